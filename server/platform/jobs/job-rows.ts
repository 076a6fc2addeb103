import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../db/database.ts';
import { deliver } from './job-queue.ts';

/**
 * The rows behind the progress that screens show. `attempt` (the count of starts) fences: a run that was overtaken
 * by another can write nothing more.
 */

interface TakenJob {
  input: unknown;
  attempt: number;
}

/** Marks a queued job as running. Undefined where it has ended or is to be cancelled. */
export async function takeJob(db: Database, id: string, now: Date): Promise<TakenJob | undefined> {
  const row = await db
    .updateTable('jobs')
    .set((eb) => ({
      state: 'running',
      attempts: eb('attempts', '+', 1),
      startedAt: eb.fn.coalesce('startedAt', eb.val(now)),
      problem: null,
    }))
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .where('cancelAskedAt', 'is', null)
    .returning(['input', 'attempts'])
    .executeTakeFirst();
  return row && { input: row.input, attempt: row.attempts };
}

/** Undefined where the job is no longer this attempt's; otherwise whether somebody wants it stopped. */
export async function writeProgress(
  db: Database,
  id: string,
  attempt: number,
  done: number,
  total: number | undefined,
): Promise<{ cancel: boolean } | undefined> {
  const row = await db
    .updateTable('jobs')
    .set({ done, ...(total === undefined ? {} : { total }) })
    .where('id', '=', id)
    .where('attempts', '=', attempt)
    .where('state', '=', 'running')
    .returning('cancelAskedAt')
    .executeTakeFirst();
  return row && { cancel: row.cancelAskedAt !== null };
}

interface JobProblem {
  code: string;
  detail: string;
}

export type JobEnd =
  | { state: 'done'; result: unknown }
  | { state: 'failed'; problem: JobProblem }
  | { state: 'cancelled'; result?: unknown }
  /** To be tried again, unless this was the last try: then it has failed. */
  | { state: 'again'; problem: JobProblem }
  /** The product stops: taken up at the next start, without having cost a try. */
  | { state: 'queued' };

/** What the row says afterwards; undefined where the attempt had been overtaken. */
export async function endJob(
  db: Database,
  id: string,
  attempt: number,
  end: JobEnd,
  now: Date,
): Promise<string | undefined> {
  const row = await db
    .updateTable('jobs')
    .set({
      ...stateAfter(end, now),
      result: 'result' in end ? JSON.stringify(end.result ?? null) : null,
      problem: 'problem' in end ? JSON.stringify(end.problem) : null,
    })
    .where('id', '=', id)
    .where('attempts', '=', attempt)
    .where('state', '=', 'running')
    .returning('state')
    .executeTakeFirst();
  return row?.state;
}

function stateAfter(end: JobEnd, now: Date) {
  if (end.state === 'again') return afterLostTry(now);
  return { state: end.state, endedAt: end.state === 'queued' ? null : now };
}

/** One try fewer: queued while any is left, failed otherwise. */
function afterLostTry(now: Date) {
  const state: RawBuilder<string> = sql`case when tries_left > 1 then 'queued' else 'failed' end`;
  const endedAt: RawBuilder<Date | null> = sql`case when tries_left > 1 then null else ${now}::timestamptz end`;
  const triesLeft: RawBuilder<number> = sql`greatest(tries_left - 1, 0)`;
  return { state, endedAt, triesLeft };
}

/** Cancelled before it was ever taken, or between two tries. */
export async function endCancelled(db: Database, id: string, now: Date): Promise<void> {
  await db
    .updateTable('jobs')
    .set({ state: 'cancelled', endedAt: now })
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .where('cancelAskedAt', 'is not', null)
    .execute();
}

/**
 * At the start of the one process that runs jobs: whatever is marked as running was cut off by a crash and has lost
 * a try; whatever is queued is put before the workers, should the queue have lost or still hold it.
 */
export async function recoverJobs(db: Database, now: Date): Promise<{ cutOff: number; queued: number }> {
  await sql`
    select graphile_worker.force_unlock_workers(array(
      select distinct locked_by from graphile_worker._private_jobs where locked_by is not null))`.execute(db);
  const problem: JobProblem = {
    code: 'job-cut-off',
    detail:
      'The product was stopped in the middle of this job, which may not be started again by itself. See what it had done, then start it anew.',
  };
  const cutOff = await db
    .updateTable('jobs')
    .set({ ...afterLostTry(now), problem: JSON.stringify(problem) })
    .where('state', '=', 'running')
    .returning('id')
    .execute();
  const queued = await db.selectFrom('jobs').select(['id', 'kind']).where('state', '=', 'queued').execute();
  for (const { id, kind } of queued) await deliver(db, kind, id);
  return { cutOff: cutOff.length, queued: queued.length };
}
