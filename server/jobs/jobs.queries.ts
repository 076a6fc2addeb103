import type { Queries } from '../platform/db/database.ts';

const columns = [
  'jobs.id',
  'jobs.kind',
  'jobs.state',
  'jobs.done',
  'jobs.total',
  'jobs.attempts',
  'jobs.problem',
  'jobs.startedBy',
  'jobs.createdAt',
  'jobs.startedAt',
  'jobs.endedAt',
  'jobs.cancelAskedAt',
  'users.name as startedByName',
] as const;

export type JobRow = Awaited<ReturnType<typeof listJobs>>[number] & { result: unknown };

interface JobFilter {
  startedBy: string | undefined;
  state: string | undefined;
  before: string | undefined;
  limit: number;
}

/** Newest first; one row more than `limit` where there are more. */
export function listJobs(db: Queries, { startedBy, state, before, limit }: JobFilter) {
  let query = selectJobs(db);
  if (startedBy !== undefined) query = query.where('jobs.startedBy', '=', startedBy);
  if (state !== undefined) query = query.where('jobs.state', '=', state);
  if (before !== undefined) query = query.where('jobs.id', '<', before);
  return query
    .orderBy('jobs.id', 'desc')
    .limit(limit + 1)
    .execute();
}

export function findJob(db: Queries, id: string): Promise<JobRow | undefined> {
  return selectJobs(db).select('jobs.result').where('jobs.id', '=', id).executeTakeFirst();
}

function selectJobs(db: Queries) {
  return db.selectFrom('jobs').leftJoin('users', 'users.id', 'jobs.startedBy').select(columns);
}

/** Asks an open job to stop; one that nobody has taken yet ends at once. False where it has ended. */
export async function askToCancel(db: Queries, id: string, now: Date): Promise<boolean> {
  const result = await db
    .updateTable('jobs')
    .set((eb) => ({
      cancelAskedAt: eb.fn.coalesce('cancelAskedAt', eb.val(now)),
      state: eb.case().when('state', '=', 'queued').then('cancelled').else(eb.ref('state')).end(),
      endedAt: eb.case().when('state', '=', 'queued').then(now).else(eb.ref('endedAt')).end(),
    }))
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
