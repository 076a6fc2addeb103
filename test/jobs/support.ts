import { type ChildProcess, spawn } from 'node:child_process';
import { once as onceOf } from 'node:events';
import { onTestFinished, vi } from 'vitest';
import type { JobView } from '../../shared/contracts/jobs.ts';
import type { ApiClient } from '../support/api-client.ts';
import type { TestApp } from '../support/test-app.ts';

export interface WorkerProcess {
  pid: number;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

/** Another process that runs jobs on the same database; gone when the test is. */
export async function startWorkerProcess({ database }: TestApp): Promise<WorkerProcess> {
  const script = new URL('worker-process.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, JSON.stringify(database.application)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = onceOf(child, 'exit');
  const kill = () => end(child, ended);
  onTestFinished(kill);
  await onceOf(child.stdout, 'data');
  return {
    pid: child.pid ?? 0,
    async stop() {
      child.stdin.write('stop\n');
      await ended;
    },
    kill,
  };
}

async function end(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await ended;
}

export async function getJob(client: ApiClient, id: string): Promise<JobView> {
  const { status, body } = await client.get<JobView>(`/jobs/${id}`);
  if (status !== 200) throw new Error(`job ${id}: ${status}`);
  return body;
}

/** The job as it is once it is as wanted. */
export function waitForJob(
  client: ApiClient,
  id: string,
  isRight: (job: JobView) => boolean,
  timeout = 15_000,
) {
  return vi.waitFor(
    async () => {
      const job = await getJob(client, id);
      if (!isRight(job)) throw new Error(`the job is ${JSON.stringify(job)}`);
      return job;
    },
    { timeout, interval: 40 },
  );
}

export const waitForState = (client: ApiClient, id: string, state: JobView['state'], timeout?: number) =>
  waitForJob(client, id, (job) => job.state === state, timeout);

export async function listMarks({ database }: TestApp, id: string): Promise<number[]> {
  const rows = await database.query<{ pid: number }>('select pid from marks where job = $1 order by at', [
    id,
  ]);
  return rows.map(({ pid }) => pid);
}

/** Waits until the work itself has begun, not only the row says so. */
export function waitForMarks(app: TestApp, id: string, count: number, timeout = 15_000) {
  return vi.waitFor(
    async () => {
      const marks = await listMarks(app, id);
      if (marks.length < count) throw new Error(`${marks.length} marks instead of ${count}`);
      return marks;
    },
    { timeout, interval: 40 },
  );
}

export async function openGate({ database }: TestApp, id: string): Promise<void> {
  await database.query('insert into gates values ($1)', [id]);
}
