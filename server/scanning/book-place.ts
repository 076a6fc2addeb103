import type { Code } from '../../shared/codes/code.ts';
import { codeKind } from '../../shared/codes/code.ts';
import type { ScanProblemCode } from '../../shared/contracts/scanning.ts';
import { DomainError, type ErrorCode } from '../../shared/errors.ts';
import { listStoredEvents } from '../documents/documents.service.ts';
import { getPlace, moveContainer } from '../places/places.service.ts';
import type { Context } from '../platform/context.ts';
import type { Queries, Transaction } from '../platform/db/database.ts';
import { type Booked, causeOf, isWorthAnotherTry } from './book-papers.ts';
import { findRemembered, findTaken } from './read-scans.queries.ts';
import { isRemembered, outcomeOf, refused } from './scan.rules.ts';
import type { HalfResult, Outcome, Scan } from './scan.ts';
import { rememberScan, writeNotes } from './write-scans.queries.ts';

const tries = 10;

interface Decision {
  outcome: Outcome;
  /** The number of the event of a move. */
  event?: number | undefined;
  /** The scan that waited for a person and was taken back. */
  withdraws?: string | undefined;
}

/** The scan of a container, which moves it, or of a location, which stays where it is. */
export async function bookPlace(context: Context, scan: Scan): Promise<Booked> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return { scan, outcome: await bookOnce(context, scan), paper: undefined };
    } catch (error) {
      if (attempt === tries || !isWorthAnotherTry(error)) throw error;
    }
  }
}

async function bookOnce(context: Context, scan: Scan): Promise<Outcome> {
  const { db, clock } = context;
  const earlier = await findRemembered(db, scan);
  if (earlier) return earlier.same ? earlier.outcome : { outcome: 'refused', problem: 'scan-id-reused' };
  const recordedAt = clock.now();
  const write = async (tx: Queries, { outcome, event, withdraws }: Decision) => {
    if (isRemembered(outcome)) await rememberScan(tx, { scan, outcome, event }, recordedAt);
    const exception = outcome.outcome === 'exception' ? reasonOf(scan) : undefined;
    await writeNotes(tx, [{ scan, outcome, exception, withdraws }], recordedAt);
    return outcome;
  };
  try {
    return await db.transaction().execute(async (tx) => write(tx, await decide(tx, scan, recordedAt)));
  } catch (error) {
    const place = refusedMove(error);
    if (!place) throw error;
    const outcome = outcomeOf(momentHalf(scan), place);
    return db.transaction().execute((tx) => write(tx, { outcome }));
  }
}

const reasonOf = ({ tooOld }: Scan) => (tooOld ? ('too-old' as const) : ('changed-since' as const));

async function decide(tx: Transaction, scan: Scan, recordedAt: Date): Promise<Decision> {
  const isThere = await getPlace(tx, scan.code).then(
    () => true,
    () => false,
  );
  if (!isThere) return { outcome: { outcome: 'unknown', problem: 'code-unknown' } };
  if (scan.undoes !== undefined) return moveBack(tx, scan, scan.undoes, recordedAt);
  const { place } = scan;
  if (place === undefined) return { outcome: outcomeOf(momentHalf(scan), undefined) };
  const half = place === null ? refused('place-unknown') : undefined;
  const early = half ?? stays(scan);
  if (early || !place) return { outcome: outcomeOf(momentHalf(scan), early) };
  const moved = await move(tx, scan, place, recordedAt);
  return { outcome: outcomeOf(momentHalf(scan), moved.half), event: moved.event };
}

/** A place has no moments. */
function momentHalf({ moment }: Scan): HalfResult | undefined {
  return moment === undefined ? undefined : refused('moment-unknown');
}

function stays({ code, tooOld }: Scan): HalfResult | undefined {
  if (codeKind(code) === 'location') return refused('location-does-not-move');
  return tooOld ? { outcome: 'exception' } : undefined;
}

async function move(tx: Transaction, scan: Scan, target: Code, recordedAt: Date) {
  const { momentCode: _none, ...cause } = causeOf(scan, recordedAt);
  const moved = await moveContainer(tx, scan.code, target, cause);
  const half: HalfResult = { outcome: moved ? 'booked' : 'already-booked' };
  return { half, event: moved ? (await getPlace(tx, scan.code)).version : undefined };
}

/** Only the last move can be taken back. */
async function moveBack(tx: Transaction, scan: Scan, undoes: string, recordedAt: Date): Promise<Decision> {
  const taken = await findTaken(tx, scan.code, undoes);
  if (taken?.undone) return { outcome: { outcome: 'already-booked' } };
  if (taken?.event === null && taken.waits) return { outcome: { outcome: 'booked' }, withdraws: undoes };
  if (!taken?.event) return { outcome: { outcome: 'refused', problem: 'undo-unknown' } };
  const events = await listStoredEvents(tx, scan.code);
  const before = events[taken.event - 2]?.place;
  if (scan.tooOld || events.length !== taken.event || before === undefined) {
    return { outcome: { outcome: 'exception' } };
  }
  const { half, event } = await move(tx, scan, before, recordedAt);
  return { outcome: outcomeOf(undefined, half), event };
}

const problems: Partial<Record<ErrorCode, ScanProblemCode>> = {
  'not-found': 'place-unknown',
  'place-full': 'place-full',
  'place-in-itself': 'place-in-itself',
  'name-taken': 'name-taken',
  'location-does-not-move': 'location-does-not-move',
  'invalid-request': 'place-not-allowed',
};

/** What the places refuse is the outcome of the scan, in a transaction of its own. */
function refusedMove(error: unknown): HalfResult | undefined {
  const problem = error instanceof DomainError ? problems[error.code] : undefined;
  return problem && refused(problem);
}
