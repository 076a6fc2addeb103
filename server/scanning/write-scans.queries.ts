import { sql } from 'kysely';
import type { Code } from '../../shared/codes/code.ts';
import { type ExceptionReason, exceptionReasons } from '../../shared/contracts/fields.ts';
import { halfOutcomes, scanOutcomes, scanProblems } from '../../shared/contracts/scanning.ts';
import { type DocumentState, knownNumber, whereaboutsNumber } from '../documents/documents.service.ts';
import { type ChainedEvent, noteSighting } from '../events/events.service.ts';
import { bytesArray, listsArray, plainArray } from '../platform/db/array-text.ts';
import type { Database, Queries } from '../platform/db/database.ts';
import { preparedSql } from '../platform/db/prepared.ts';
import { insertRefusals, type Refusal } from './refusals.queries.ts';
import { isRemembered, problemOf } from './scan.rules.ts';
import type { HalfResult, Outcome, Scan } from './scan.ts';

/** A decided scan, with all that is to be written of it. */
export interface Decided {
  readonly scan: Scan;
  readonly outcome: Outcome;
  /** The paper as it is then, and the event; undefined: it stays as it is. */
  readonly step?: { after: DocumentState; event: ChainedEvent } | undefined;
  readonly exception?: ExceptionReason | undefined;
  /** The scan whose exception needs no decision any more. */
  readonly withdraws?: string | undefined;
}

const numberOf = (half: HalfResult | undefined) => (half ? halfOutcomes.indexOf(half.outcome) : null);
const placed = whereaboutsNumber('placed');
const orNull = <T>(value: T | undefined): T | null => value ?? null;

/**
 * Writes what was decided for papers, each only where the paper is still as it was read and the place it goes to is
 * still there. Returns the scans that are written; the others are decided again. Throws (23505) where the same scan is
 * written by somebody else at this moment: then nothing is written.
 */
export async function writeScans(
  db: Database,
  decided: readonly Decided[],
  recordedAt: Date,
): Promise<Set<Scan>> {
  const noted = decided.some(isNoted);
  if (!noted) return writePapers(db, decided, recordedAt);
  return db.transaction().execute(async (tx) => {
    const written = await writePapers(tx, decided, recordedAt);
    await writeNotes(
      tx,
      decided.filter(({ scan }) => written.has(scan)),
      recordedAt,
    );
    return written;
  });
}

/** What goes into no paper but into a list of its own. */
function isNoted({ outcome, exception, withdraws }: Decided): boolean {
  const listed = exception !== undefined || withdraws !== undefined;
  return listed || outcome.outcome === 'seen' || problemOf(outcome) !== undefined;
}

/** Returns the scans that are written: also those that leave everything as it is. */
async function writePapers(db: Queries, decided: readonly Decided[], recordedAt: Date): Promise<Set<Scan>> {
  const sorted = decided.toSorted((a, b) => (a.scan.code < b.scan.code ? -1 : 1));
  const steps = sorted.flatMap(({ step }) => step ?? []);
  const remembered = sorted.filter(({ outcome, step }) => step !== undefined || isRemembered(outcome));
  if (remembered.length === 0) return new Set(decided.map(({ scan }) => scan));
  const written = await runWrite(db, steps, remembered, recordedAt);
  return new Set(
    decided.filter(({ step, scan }) => step === undefined || written.has(scan.code)).map(({ scan }) => scan),
  );
}

/**
 * Papers, events and remembered scans in one statement, and so in one commit without a transaction around it. The only
 * statement of the hot path that writes: spread over several servers it would go server by server. Returns the codes of
 * the papers that were still as they were read.
 */
async function runWrite(
  db: Queries,
  steps: readonly NonNullable<Decided['step']>[],
  remembered: readonly Decided[],
  recordedAt: Date,
): Promise<Set<Code>> {
  const papers = steps.map(({ after }) => after);
  const events = steps.map(({ event }) => event);
  const targets = events.map(({ whereabouts, place }) => (whereabouts === placed ? place : undefined));
  const rows = await preparedSql<{ code: number }>`
    with g as (
      select * from unnest(${plainArray(papers.map(({ code }) => code))}::bigint[],
        ${plainArray(papers.map(({ version }) => version))}::int[],
        ${listsArray(papers.map(({ status }) => status))}::text[],
        ${bytesArray(papers.map(({ head }) => head))}::bytea[],
        ${plainArray(papers.map(({ whereabouts }) => whereaboutsNumber(whereabouts)))}::smallint[],
        ${plainArray(papers.map(({ place }) => place))}::bigint[],
        ${plainArray(papers.map(({ known }) => knownNumber(known)))}::smallint[],
        ${plainArray(papers.map(({ since }) => since))}::timestamptz[],
        ${plainArray(papers.map(({ answeredAt }) => answeredAt))}::timestamptz[],
        ${plainArray(targets)}::bigint[],
        ${plainArray(events.map(({ kind }) => kind))}::smallint[],
        ${plainArray(events.map(({ happenedAt }) => happenedAt))}::timestamptz[],
        ${plainArray(events.map(({ statedAt }) => statedAt))}::timestamptz[],
        ${plainArray(events.map(({ moment }) => moment))}::bigint[],
        ${listsArray(events.map(({ statusBefore }) => statusBefore))}::text[],
        ${listsArray(events.map(({ statusAfter }) => statusAfter))}::text[],
        ${plainArray(events.map(({ whereabouts }) => whereabouts))}::smallint[],
        ${plainArray(events.map(({ place }) => place))}::bigint[],
        ${plainArray(events.map(({ known }) => known))}::smallint[],
        ${plainArray(events.map(({ byUser }) => byUser))}::uuid[],
        ${plainArray(events.map(({ stationId }) => stationId))}::int[],
        ${plainArray(events.map(({ cause }) => cause))}::uuid[])
        as g (code, version, status, head, whereabouts, place, known, since, answered_at, target, kind, happened_at,
          stated_at, moment, status_before, status_after, to_whereabouts, to_place, to_known, by_user, station_id, cause)
    ), stay as materialized (
      select code from places
       where code = any(${plainArray([...new Set(targets)].filter((code) => code !== undefined))}::bigint[])
         and removed_at is null
       order by code for key share
    ), written as (
      update documents d
         set status = g.status::smallint[], version = g.version, head = g.head, whereabouts = g.whereabouts,
             place = g.place, known = g.known, since = g.since, answered_at = g.answered_at
        from g
       where d.code = g.code and d.version = g.version - 1
         and (g.target is null or g.target in (select code from stay))
      returning d.code
    ), happened as (
      insert into events (code, number, kind, happened_at, stated_at, recorded_at, moment, status_before, status_after,
        whereabouts, place, known, by_user, station_id, cause, hash)
      select code, version, kind, happened_at, stated_at, ${recordedAt.toISOString()}::timestamptz, moment,
             status_before::smallint[], status_after::smallint[], to_whereabouts, to_place, to_known, by_user,
             station_id, cause, head
        from g join written using (code)
    ), kept as (
      insert into scans (code, id, contents, outcome, moment, place, problem, event, undoes, recorded_at)
      select r.code, id, contents, outcome, moment, place, problem, event, undoes, ${recordedAt.toISOString()}::timestamptz
        from unnest(${plainArray(remembered.map(({ scan }) => scan.code))}::bigint[],
          ${plainArray(remembered.map(({ scan }) => scan.id))}::uuid[],
          ${plainArray(remembered.map(({ scan }) => scan.contents))}::bigint[],
          ${plainArray(remembered.map(({ outcome }) => scanOutcomes.indexOf(outcome.outcome)))}::smallint[],
          ${plainArray(remembered.map(({ outcome }) => numberOf(outcome.moment)))}::smallint[],
          ${plainArray(remembered.map(({ outcome }) => numberOf(outcome.place)))}::smallint[],
          ${plainArray(remembered.map(({ outcome }) => problemNumber(outcome)))}::smallint[],
          ${plainArray(remembered.map(({ step }) => step?.event.number))}::int[],
          ${plainArray(remembered.map(({ scan }) => scan.undoes))}::uuid[])
          as r (code, id, contents, outcome, moment, place, problem, event, undoes)
       where event is null or exists (select from written w where w.code = r.code)
    )
    select code from written`.execute(db);
  return new Set(rows.map(({ code }) => String(code) as Code));
}

function problemNumber(outcome: Outcome): number | null {
  const problem = problemOf(outcome);
  return problem === undefined ? null : scanProblems.indexOf(problem);
}

/** A scan of a place, remembered like one of a paper. */
export async function rememberScan(
  tx: Queries,
  { scan, outcome, event }: { scan: Scan; outcome: Outcome; event: number | undefined },
  recordedAt: Date,
): Promise<void> {
  await sql`
    insert into scans (code, id, contents, outcome, moment, place, problem, event, undoes, recorded_at)
    values (${scan.code}::bigint, ${scan.id}, ${String(scan.contents)}::bigint,
      ${scanOutcomes.indexOf(outcome.outcome)}, ${numberOf(outcome.moment)}, ${numberOf(outcome.place)},
      ${problemNumber(outcome)}, ${orNull(event)}, ${orNull(scan.undoes)}, ${recordedAt})`.execute(tx);
}

/** Exceptions for a person, refusals for the log, sightings. */
export async function writeNotes(tx: Queries, decided: readonly Decided[], recordedAt: Date): Promise<void> {
  const refusals: Refusal[] = [];
  for (const { scan, outcome, exception, withdraws } of decided) {
    if (withdraws !== undefined) await withdrawException(tx, scan, withdraws, recordedAt);
    if (exception !== undefined) await insertException(tx, scan, exception, recordedAt);
    if (outcome.outcome === 'seen') await noteSighting(tx, { ...refusalOf(scan), seenAt: scan.happenedAt });
    const problem = problemOf(outcome);
    if (problem !== undefined)
      refusals.push({ ...refusalOf(scan), outcome: outcome.outcome, problem, recordedAt });
  }
  await insertRefusals(tx, refusals);
}

function refusalOf({ code, happenedAt, stationId, byUser }: Scan) {
  return { code, happenedAt, stationId, byUser };
}

async function insertException(
  tx: Queries,
  scan: Scan,
  reason: ExceptionReason,
  recordedAt: Date,
): Promise<void> {
  await tx
    .insertInto('scanExceptions')
    .values({
      code: Number(scan.code),
      scanId: scan.id,
      reason: exceptionReasons.indexOf(reason),
      moment: scan.moment ? Number(scan.moment.code) : null,
      place: scan.place ? Number(scan.place) : null,
      undoes: orNull(scan.undoes),
      happenedAt: scan.happenedAt,
      statedAt: scan.statedAt,
      recordedAt,
      stationId: scan.stationId,
      byUser: scan.byUser,
    })
    .execute();
}

async function withdrawException(tx: Queries, scan: Scan, id: string, now: Date): Promise<void> {
  await tx
    .updateTable('scanExceptions')
    .set({ settledAt: now, settledBy: scan.byUser, decision: 'withdrawn' })
    .where('code', '=', Number(scan.code))
    .where('scanId', '=', id)
    .where('settledAt', 'is', null)
    .execute();
}
