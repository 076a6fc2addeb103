import type { Code } from '../../shared/codes/code.ts';
import { isFull } from '../../shared/places/capacity.ts';
import { type DocumentState, nextState } from '../documents/documents.service.ts';
import { countDirectly, type StandingPlace } from '../places/places.service.ts';
import type { Context } from '../platform/context.ts';
import { getProcess } from '../processes/processes.service.ts';
import { type Found, readScans } from './read-scans.queries.ts';
import { decidePaper, type PaperDecision } from './scan.rules.ts';
import type { Outcome, Scan } from './scan.ts';
import { decideUndo } from './undo-paper.ts';
import { type Decided, writeScans } from './write-scans.queries.ts';

/** What came of the scan of a paper, and the paper as it is now. */
export interface Booked {
  readonly scan: Scan;
  readonly outcome: Outcome;
  /** Undefined: there is no such paper. */
  readonly paper: DocumentState | undefined;
  /** The place that the scan named, if there is such a one. */
  readonly place?: StandingPlace | undefined;
}

/** How often a scan is decided anew because somebody else was faster, before we say that it cannot be. */
const tries = 20;

const conflicts: ReadonlySet<unknown> = new Set(['23505', '40P01', '40001']);

/**
 * Postgres says: the key is there already (the same scan is written by somebody else at this moment), or two waited for
 * each other in a ring. Nothing has happened; decided anew it goes well.
 */
export function isWorthAnotherTry(error: unknown): boolean {
  return conflicts.has((error as { code?: unknown } | undefined)?.code);
}

/** Scans of different papers: read together, decided one by one, written together. In their order. */
export async function bookPapers(context: Context, scans: readonly Scan[]): Promise<Booked[]> {
  const booked = new Map<Scan, Booked>();
  let open = scans;
  for (let attempt = 0; open.length > 0; attempt += 1) {
    if (attempt === tries) throw new Error(`${open.length} scans were decided ${tries} times in vain`);
    open = await bookOnce(context, open, booked);
  }
  return scans.map((scan) => booked.get(scan) as Booked);
}

/** Returns the scans that must be decided again. */
async function bookOnce(
  context: Context,
  scans: readonly Scan[],
  booked: Map<Scan, Booked>,
): Promise<Scan[]> {
  const recordedAt = context.clock.now();
  const found = await readScans(context.db, scans);
  const direct = await countWhereLimited(context, found);
  const open: Decided[] = [];
  for (const [index, scan] of scans.entries()) {
    const { paper, earlier, place } = found[index] as Found;
    if (earlier) {
      booked.set(scan, { scan, outcome: earlier.same ? earlier.outcome : reused, paper, place });
      continue;
    }
    const decision = paper ? await decide(context, scan, paper, place, direct) : unknown;
    const { outcome, change, exception, withdraws } = decision;
    const cause = causeOf(scan, recordedAt);
    const step = paper && change ? nextState({ before: paper, change }, cause) : undefined;
    open.push({ scan, outcome, step, exception, withdraws });
    booked.set(scan, { scan, outcome, paper: step?.after ?? paper, place });
    if (place && outcome.place?.outcome === 'booked')
      direct.set(place.code, (direct.get(place.code) ?? 0) + 1);
  }
  if (open.length === 0) return [];
  const written = await writeScans(context.db, open, recordedAt).catch((error: unknown) => {
    if (isWorthAnotherTry(error)) return new Set<Scan>();
    throw error;
  });
  return open.map(({ scan }) => scan).filter((scan) => !written.has(scan));
}

const unknown: PaperDecision = { outcome: { outcome: 'unknown', problem: 'code-unknown' } };
const reused: Outcome = { outcome: 'refused', problem: 'scan-id-reused' };

function decide(
  context: Context,
  scan: Scan,
  paper: DocumentState,
  place: Found['place'],
  direct: ReadonlyMap<Code, number>,
): Promise<PaperDecision> {
  if (scan.undoes !== undefined) return decideUndo(context, scan, paper, scan.undoes);
  const target = place && {
    code: place.code,
    full: isFull({ capacity: place.capacity, direct: direct.get(place.code) ?? 0 }),
  };
  return getProcess(context, paper.processId).then(({ process }) =>
    decidePaper(paper, process, {
      moment: scan.moment,
      place: scan.place === undefined ? undefined : (target ?? null),
      tooOld: scan.tooOld,
      happenedAt: scan.happenedAt,
    }),
  );
}

export function causeOf({ happenedAt, statedAt, byUser, stationId, id, moment }: Scan, recordedAt: Date) {
  const corrected = statedAt.getTime() !== happenedAt.getTime();
  return {
    happenedAt,
    statedAt: corrected ? statedAt : undefined,
    recordedAt,
    byUser,
    stationId,
    cause: id,
    momentCode: moment?.code,
  };
}

/** How much lies directly in the places that have a limit. */
async function countWhereLimited({ db }: Context, found: readonly Found[]): Promise<Map<Code, number>> {
  const limited = found.flatMap(({ place }) => (place && place.capacity !== null ? [place.code] : []));
  return limited.length === 0 ? new Map() : countDirectly(db, [...new Set(limited)]);
}
