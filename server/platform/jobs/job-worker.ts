import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, parseCronItems, type Runner, run, type TaskList } from 'graphile-worker';
import type pg from 'pg';
import type { Context } from '../context.ts';
import { giveBackOnce } from './give-back-once.ts';
import type { JobKind, Tick } from './job-kind.ts';
import { recoverJobs } from './job-rows.ts';
import { leaderKey } from './leader.ts';
import { runJob } from './run-job.ts';

const retryMs = 5_000;
const longestStopMs = 15_000;

export interface JobWorkerSettings {
  context: Context;
  pool: pg.Pool;
  kinds: readonly JobKind[];
  ticks?: readonly Tick[];
  /** Jobs at the same time. */
  concurrency: number;
}

/**
 * Runs background work in this process. Of several processes on one database one runs the jobs; the others wait to
 * take over. So whatever stands as running when one takes over was cut off by a crash, and is taken up at once.
 */
export class JobWorker {
  readonly #settings: JobWorkerSettings;
  readonly #stopping = new AbortController();
  #loop: Promise<void> = Promise.resolve();

  constructor(settings: JobWorkerSettings) {
    this.#settings = { ...settings, pool: giveBackOnce(settings.pool) };
  }

  start(): void {
    this.#loop = this.#lead();
  }

  /** Lets jobs under way stop at their next step, puts them back, and waits for that. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#loop;
    await connectionsBack(this.#settings.pool);
  }

  async #lead(): Promise<void> {
    const { log } = this.#settings.context;
    while (!this.#stopping.signal.aborted) {
      try {
        await this.#leadOnce();
      } catch (error) {
        log.warn({ err: error }, 'background work is interrupted and will be taken up again');
      }
      await sleep(retryMs, undefined, { signal: this.#stopping.signal }).catch(() => {});
    }
  }

  /** Takes the lead, works until told to stop or until the connection that holds the lead is lost. */
  async #leadOnce(): Promise<void> {
    const { pool, context } = this.#settings;
    const client = await pool.connect();
    const lost = new AbortController();
    client.once('error', () => lost.abort());
    client.once('end', () => lost.abort());
    try {
      // Held for as long as the connection lives, also past the time limit for idle statements.
      const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [
        leaderKey,
      ]);
      if (!rows[0]?.mine) return;
      const found = await recoverJobs(context.db, context.clock.now());
      context.log.info(found, 'background work starts');
      await this.#work(AbortSignal.any([this.#stopping.signal, lost.signal]));
    } finally {
      client.release(true);
    }
  }

  async #work(stop: AbortSignal): Promise<void> {
    const { pool, kinds, concurrency } = this.#settings;
    const runner: Runner = await run({
      pgPool: pool,
      concurrency,
      noHandleSignals: true,
      logger: quietLogger,
      taskList: this.#tasks(stop),
      parsedCronItems: parseCronItems(
        kinds.flatMap(({ kind, cron }) => (cron ? [{ task: `${kind} by calendar`, match: cron }] : [])),
      ),
      pollInterval: 1_000,
      preset: { worker: { gracefulShutdownAbortTimeout: 0 } },
    });
    const stopRunner = () => runner.stop().catch(() => {});
    const ticking = (this.#settings.ticks ?? []).map((tick) => this.#tick(tick, stop));
    if (stop.aborted) await stopRunner();
    else stop.addEventListener('abort', stopRunner, { once: true });
    await Promise.race([runner.promise, afterStop(stop)]);
    await Promise.all(ticking);
  }

  async #tick({ name, everyMs, work }: Tick, stop: AbortSignal): Promise<void> {
    const { context } = this.#settings;
    while (!stop.aborted) {
      // What fails now is done at the next tick.
      await work(context).catch((err: unknown) => context.log.warn({ tick: name, err }, 'a tick failed'));
      await sleep(everyMs, undefined, { signal: stop, ref: false }).catch(() => {});
    }
  }

  #tasks(stop: AbortSignal): TaskList {
    const { context, kinds } = this.#settings;
    const tasks: TaskList = {};
    for (const kind of kinds) {
      tasks[kind.kind] = (payload) => runJob(context, kind, (payload as { jobId: string }).jobId, stop);
      if (!kind.cron) continue;
      tasks[`${kind.kind} by calendar`] = async (payload) => {
        const { ts } = (payload as { _cron: { ts: string } })._cron;
        await context.jobs.enqueue(context.db, { kind, input: {}, key: ts });
      };
    }
    return tasks;
  }
}

/** The runner can wait for ever for a job that it could not mark as ended, when the database went away just then. */
async function afterStop(stop: AbortSignal): Promise<void> {
  if (!stop.aborted) await once(stop, 'abort');
  await sleep(longestStopMs, undefined, { ref: false });
}

/** The queue takes leave of its last job without waiting for it; ending the pool before that would end the process. */
async function connectionsBack(pool: pg.Pool): Promise<void> {
  const until = performance.now() + longestStopMs;
  while (performance.now() < until && (pool.idleCount < pool.totalCount || pool.waitingCount > 0))
    await sleep(10);
}

/** The runner's own messages quote payloads and errors; what matters of them is logged where it happens. */
const quietLogger = new Logger(() => () => {});
