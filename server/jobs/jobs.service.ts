import { z } from 'zod';
import type { JobView } from '../../shared/contracts/jobs.ts';
import { DomainError } from '../../shared/errors.ts';
import type { Permission } from '../../shared/permissions.ts';
import type { Context } from '../platform/context.ts';
import type { Actor } from '../platform/http/actor.ts';
import { pageOf, readCursor } from '../platform/http/cursor.ts';
import { askToCancel, findJob, type JobRow, listJobs } from './jobs.queries.ts';

const cursorKey = z.object({ id: z.uuid() });

interface JobsQuery {
  state?: JobView['state'] | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** One's own jobs, or everybody's for who holds `jobs.read`. */
export async function listJobsFor({ db }: Context, actor: Actor, { state, cursor, limit }: JobsQuery) {
  const startedBy = actor.permissions.has('jobs.read') ? undefined : actor.userId;
  const rows = await listJobs(db, { startedBy, state, before: readCursor(cursorKey, cursor)?.id, limit });
  const page = pageOf(rows, limit, ({ id }) => ({ id }));
  // A result can be as long as an import's rejections: it is with the one job.
  const items = page.rows.map((row) => presentJob({ ...row, result: null }));
  return { items, nextCursor: page.nextCursor };
}

/** Throws `not-found`, also where it is somebody else's and the caller may see only his own. */
export async function getJob(context: Context, actor: Actor, id: string): Promise<JobView> {
  return presentJob(await getRow(context, actor, id, 'jobs.read'));
}

/** Throws `not-found` or `job-ended`. A running job stops at its next step. */
export async function cancelJob(context: Context, actor: Actor, id: string): Promise<JobView> {
  await getRow(context, actor, id, 'jobs.cancel');
  if (!(await askToCancel(context.db, id, context.clock.now()))) {
    throw new DomainError('job-ended', 'This job has ended; there is nothing left to stop.');
  }
  return presentJob(await getRow(context, actor, id, 'jobs.cancel'));
}

async function getRow({ db }: Context, actor: Actor, id: string, forOthers: Permission): Promise<JobRow> {
  const row = await findJob(db, id);
  if (row && (row.startedBy === actor.userId || actor.permissions.has(forOthers))) return row;
  throw new DomainError('not-found', 'There is no such job, or it is not one of yours.');
}

function presentJob(row: JobRow): JobView {
  const iso = (time: Date | null) => time?.toISOString() ?? null;
  return {
    id: row.id,
    kind: row.kind,
    state: row.state as JobView['state'],
    done: row.done,
    total: row.total,
    attempts: row.attempts,
    cancelling: row.cancelAskedAt !== null && row.endedAt === null,
    ...(row.result === null ? {} : { result: row.result as JobView['result'] }),
    ...(row.problem === null ? {} : { problem: row.problem as unknown as JobView['problem'] }),
    startedBy:
      row.startedBy === null ? null : { id: row.startedBy, name: row.startedByName ?? row.startedBy },
    createdAt: row.createdAt.toISOString(),
    startedAt: iso(row.startedAt),
    endedAt: iso(row.endedAt),
  };
}
