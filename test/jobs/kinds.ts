import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { z } from 'zod';
import { type JobKind, type JobRun, jobKind } from '../../server/platform/jobs/job-kind.ts';
import { DomainError } from '../../shared/errors.ts';
import type { TestDatabase } from '../support/test-database.ts';

/** Where the jobs of these tests note that they run, and learn that they may end. */
export async function makeMarks({ query, application }: TestDatabase): Promise<void> {
  await query('create table marks (job uuid, pid integer, at timestamptz default clock_timestamp())');
  await query('create table gates (job uuid)');
  await query(`grant select, insert on marks, gates to ${application.user}`);
}

async function mark({ context, jobId }: JobRun<unknown>): Promise<void> {
  await sql`insert into marks (job, pid) values (${jobId}, ${process.pid})`.execute(context.db);
}

/** Runs until the test opens its gate, reporting all the while. */
async function waitAtGate(run: JobRun<unknown>): Promise<{ by: number }> {
  await mark(run);
  for (let done = 1; ; done += 1) {
    await run.progress(done, 1_000);
    const { rows } = await sql`select from gates where job = ${run.jobId}`.execute(run.context.db);
    if (rows.length > 0) return { by: process.pid };
    await sleep(30);
  }
}

const input = z.strictObject({});

export const quick = jobKind({
  kind: 'test.quick',
  input: z.strictObject({ steps: z.int() }),
  tries: 1,
  async work(run) {
    await mark(run);
    for (let done = 1; done <= run.input.steps; done += 1) await run.progress(done, run.input.steps);
    return { steps: run.input.steps };
  },
});

export const gated = jobKind({ kind: 'test.gated', input, tries: 3, work: waitAtGate });
export const once = jobKind({ kind: 'test.once', input, tries: 5, atMostOnce: true, work: waitAtGate });

/** Reports nothing and hears only its signal. */
export const deaf = jobKind({
  kind: 'test.deaf',
  input,
  tries: 1,
  async work(run) {
    await mark(run);
    await sleep(60_000, undefined, { signal: run.signal });
  },
});

export const failing = jobKind({
  kind: 'test.failing',
  input,
  tries: 3,
  async work(run) {
    await mark(run);
    throw new Error('the letter of Geertruida could not be read');
  },
});

export const refusing = jobKind({
  kind: 'test.refusing',
  input,
  tries: 3,
  async work(run) {
    await mark(run);
    throw new DomainError('not-found', 'There is no such dossier.');
  },
});

/** At a moment that no test meets by itself. */
export const calendar = jobKind({
  kind: 'test.calendar',
  input,
  tries: 1,
  cron: '0 0 29 2 *',
  async work(run) {
    await mark(run);
  },
});

export const kinds: readonly JobKind[] = [quick, gated, once, deaf, failing, refusing, calendar];
