import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError } from '../../../shared/errors.ts';
import type { Context } from '../context.ts';
import type { JobKind } from './job-kind.ts';
import { endCancelled, endJob, takeJob, writeProgress } from './job-rows.ts';

/** Progress is written at most this often, however often a job reports it. */
const progressMs = 400;
/** How soon a job that reports nothing hears that it is to stop. */
const cancelPollMs = 1_000;

class Overtaken extends Error {}
class Cancelled extends Error {}
class Stopping extends Error {}

/** Runs one job to its end and writes down how it went. Throws only where it is to be delivered again. */
export async function runJob(
  context: Context,
  kind: JobKind,
  jobId: string,
  stopping: AbortSignal,
): Promise<void> {
  const { db, clock, log } = context;
  const taken = await takeJob(db, jobId, clock.now());
  if (!taken) return endCancelled(db, jobId, clock.now());
  const { attempt } = taken;
  const stop = new AbortController();
  const onStop = () => stop.abort(new Stopping());
  stopping.addEventListener('abort', onStop, { once: true });
  const meter = progressMeter(context, jobId, attempt, stop);
  const fields = { job: jobId, kind: kind.kind, attempt };
  try {
    if (stopping.aborted) onStop();
    log.info(fields, 'job started');
    const result = await kind.work({
      context,
      jobId,
      input: kind.input.parse(taken.input),
      signal: stop.signal,
      progress: meter.report,
    });
    await meter.close();
    await endJob(db, jobId, attempt, { state: 'done', result }, clock.now());
    log.info(fields, 'job done');
  } catch (error) {
    await meter.close();
    await endFailed(context, kind, jobId, attempt, stop.signal.aborted ? stop.signal.reason : error);
  } finally {
    stopping.removeEventListener('abort', onStop);
  }
}

async function endFailed(context: Context, kind: JobKind, jobId: string, attempt: number, error: unknown) {
  const { db, clock, log } = context;
  const fields = { job: jobId, kind: kind.kind, attempt };
  const now = clock.now();
  if (error instanceof Overtaken) return log.warn(fields, 'job was taken over by another process');
  if (error instanceof Cancelled) {
    const result = await kind.resultSoFar?.(context, jobId).catch((err: unknown) => {
      log.warn({ ...fields, err }, 'what a cancelled job had done cannot be told');
    });
    await endJob(db, jobId, attempt, { state: 'cancelled', ...(result ? { result } : {}) }, now);
    return log.info(fields, 'job cancelled');
  }
  if (error instanceof Stopping) {
    const cutOff = { code: 'job-cut-off', detail: 'The product was stopped in the middle of this job.' };
    const end = kind.atMostOnce
      ? ({ state: 'failed', problem: cutOff } as const)
      : ({ state: 'queued' } as const);
    await endJob(db, jobId, attempt, end, now);
    return log.info(fields, 'job stopped with the product');
  }
  if (error instanceof DomainError) {
    // A clear refusal does not get better by trying again.
    await endJob(
      db,
      jobId,
      attempt,
      { state: 'failed', problem: { code: error.code, detail: error.message } },
      now,
    );
    return log.warn({ ...fields, code: error.code }, 'job refused');
  }
  log.error({ ...fields, err: error }, 'job failed');
  const problem = {
    code: 'internal-error',
    detail: "Something went wrong on our side. The log has it under this job's id.",
  };
  const state = await endJob(db, jobId, attempt, { state: 'again', problem }, now);
  if (state === 'queued') throw new Error('to be tried again');
}

/** Writes progress now and then, and looks whether the job is to stop, also while it reports nothing. */
function progressMeter({ db }: Context, jobId: string, attempt: number, stop: AbortController) {
  let latest: { done: number; total: number | undefined } = { done: 0, total: undefined };
  let written = { ...latest };
  let lastWrite = performance.now();
  const ended = new AbortController();
  const write = async () => {
    lastWrite = performance.now();
    const now = { ...latest };
    const answer = await writeProgress(db, jobId, attempt, now.done, now.total);
    written = now;
    if (!answer) stop.abort(new Overtaken());
    else if (answer.cancel) stop.abort(new Cancelled());
  };
  const watch = async () => {
    while (!ended.signal.aborted) {
      await sleep(cancelPollMs, undefined, { signal: ended.signal, ref: false });
      await write();
    }
  };
  // The watch ends by its signal; a database that is away is found by the work itself.
  const watching = watch().catch(() => {});
  return {
    async report(done: number, total?: number): Promise<void> {
      latest = { done, total: total ?? latest.total };
      stop.signal.throwIfAborted();
      if (performance.now() - lastWrite >= progressMs) await write();
      stop.signal.throwIfAborted();
    },
    async close(): Promise<void> {
      ended.abort();
      await watching;
      const open = latest.done !== written.done || latest.total !== written.total;
      if (open) await writeProgress(db, jobId, attempt, latest.done, latest.total).catch(() => {});
    },
  };
}
