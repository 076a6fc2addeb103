import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { onTestFinished } from 'vitest';
import { openDataFolder } from '../../server/platform/data-folder/data-folder.ts';
import { lockDataFolder } from '../../server/platform/data-folder/folder-lock.ts';
import type { Connection } from '../../server/platform/embedded-postgres/connection.ts';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../server/platform/embedded-postgres/embedded-postgres.ts';
import { StartError } from '../../server/platform/start-error.ts';

export const isRoot = process.getuid?.() === 0;
export const silent = { info() {}, warn() {}, error() {} };

/** A new place for data folders, which is gone after the test, with every server that still runs in it. */
export async function makePlace(): Promise<string> {
  const place = await mkdtemp(join(tmpdir(), 'spoor-embedded-'));
  await chmod(place, 0o755); // For the tests with other users.
  onTestFinished(() => clearPlace(place));
  return place;
}

export async function clearPlace(place: string): Promise<void> {
  for (const pid of listServersIn(place)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Ended by itself.
    }
  }
  await waitUntil(() => listServersIn(place).length === 0);
  await rm(place, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}

/** The processes of Postgres that work below a place, by what Linux says of them. */
export function listServersIn(place: string): number[] {
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  return pids.filter((pid) => findWorkingFolder(pid)?.startsWith(`${place}/`));
}

/** The process that writes the server's log goes a moment after the server whose last words it waits for. */
export function waitUntilNoneIn(place: string): Promise<void> {
  return waitUntil(() => listServersIn(place).length === 0, 5_000);
}

function findWorkingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined; // Gone, or a zombie.
  }
}

/** Opens, locks and starts within this process. The lock is given free by `stop`. */
export async function startHere(
  path: string,
  options: { allowCreateDatabase?: boolean } = {},
): Promise<EmbeddedPostgres> {
  const locked = await lockDataFolder(await openDataFolder(path, { log: silent }), { log: silent });
  try {
    const postgres = await startEmbeddedPostgres({ dataFolder: locked, log: silent, ...options });
    return {
      ...postgres,
      async stop() {
        await postgres.stop();
        await locked.release();
      },
    };
  } catch (error) {
    await locked.release();
    throw error;
  }
}

/** The error with which something is refused. */
export async function refusal(attempt: Promise<unknown>): Promise<StartError> {
  const error = await attempt.then(
    () => new Error('It was not refused.'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof StartError)) throw error;
  return error;
}

export async function query<Row extends object>(connection: Connection, sql: string): Promise<Row[]> {
  const client = new Client({ ...connection });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A process of the product. */
export interface Spoor {
  readonly process: ChildProcess;
  /** What it said of its start. */
  readonly said: Promise<{
    how?: string;
    pid?: number;
    owner?: Connection;
    error?: string;
    message?: string;
  }>;
  readonly ended: Promise<number | null>;
  stop(): Promise<number | null>;
  kill(): Promise<void>;
}

export function runSpoor(
  path: string,
  options: { until?: 'open' | 'lock' | 'start'; uid?: number; searchPath?: string } = {},
): Spoor {
  const script = join(import.meta.dirname, 'run-spoor.ts');
  const child = spawn(process.execPath, [script, path, options.until ?? 'start'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
    env: { ...process.env, ...(options.searchPath === undefined ? {} : { PATH: options.searchPath }) },
  });
  let complaints = '';
  child.stderr.on('data', (data) => {
    complaints += data;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const said = new Promise<Awaited<Spoor['said']>>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line)));
    void ended.then(() => reject(new Error(`It said nothing. ${complaints}`)));
  });
  said.catch(() => undefined); // Whoever kills it does not wait for its words.
  return {
    process: child,
    said,
    ended,
    stop() {
      child.stdin.write('stop\n');
      return ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

export async function waitUntil(isTrue: () => Promise<boolean> | boolean, ms = 60_000): Promise<void> {
  const until = Date.now() + ms;
  while (!(await isTrue())) {
    if (Date.now() > until) throw new Error('It did not come true in time.');
    await sleep(20);
  }
}

/** What a folder holds, without what is in the cluster itself. */
export async function listFolder(path: string): Promise<string[]> {
  return existsSync(path) ? (await readdir(path)).sort() : [];
}

/** Copies as an administrator does, with owners and permissions. */
export function copyFolder(from: string, to: string): void {
  execFileSync('cp', ['-a', from, to]);
}

/** The id of a process that has ended and whose parent never asks about it: signals still reach it. */
export async function makeZombie(): Promise<number> {
  const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  onTestFinished(() => void parent.kill('SIGKILL'));
  const pid = await new Promise<number>((resolve) => {
    createInterface({ input: parent.stdout }).once('line', (line) => resolve(Number(line)));
  });
  await waitUntil(() => readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z '));
  process.kill(pid, 0);
  return pid;
}
