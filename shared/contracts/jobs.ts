import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, idParams, listOf, pageQuery, timestamp } from './fields.ts';

const jobStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;

export const jobView = z.object({
  id,
  /** `<area>.<what it does>`, e.g. `accounts.clean-up`. */
  kind: z.string(),
  state: z.enum(jobStates),
  /** Units done and in all; `total` is null while it is not known. */
  done: z.int(),
  total: z.int().nullable(),
  /** How often it has been started. */
  attempts: z.int(),
  /** Asked to stop, and has not stopped yet. */
  cancelling: z.boolean(),
  /** Of one job that is asked for; a list leaves it out. */
  result: z.json().optional(),
  problem: z.object({ code: z.string(), detail: z.string() }).optional(),
  /** Null: the product itself, by its calendar. */
  startedBy: z.object({ id, name: z.string() }).nullable(),
  createdAt: timestamp,
  startedAt: timestamp.nullable(),
  endedAt: timestamp.nullable(),
});
export type JobView = z.output<typeof jobView>;

export const jobs = {
  list: endpoint({
    method: 'get',
    path: '/jobs',
    permission: 'session',
    summary: "Jobs, newest first: one's own, or everybody's for who may see them all",
    query: pageQuery.extend({ state: z.enum(jobStates).optional() }),
    reply: listOf(jobView),
  }),
  get: endpoint({
    method: 'get',
    path: '/jobs/{id}',
    permission: 'session',
    summary: 'One job with its progress',
    params: idParams,
    reply: jobView,
    problems: ['not-found'],
  }),
  cancel: endpoint({
    method: 'post',
    path: '/jobs/{id}/cancel',
    permission: 'session',
    summary: "Ask a job to stop: one of one's own, or any for who may cancel them all",
    params: idParams,
    reply: jobView,
    problems: ['not-found', 'job-ended'],
  }),
} as const;
