import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished, vi } from 'vitest';

const server = new URL('../../server/', import.meta.url).pathname;

/** The product as one process, as `npm start` runs it. */
export interface Product {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  /** All that it has said so far, on both outputs. */
  said(): string;
  /** Its address, once it runs. Throws what it said when it ends before. */
  address(): Promise<string>;
  setupLink(): string | undefined;
  stop(): Promise<number | null>;
  kill(): Promise<void>;
}

export function startProduct(
  folder: string,
  env: Record<string, string> = {},
  script: 'main.ts' | 'example.ts' = 'main.ts',
): Product {
  const settings = {
    PATH: process.env['PATH'] ?? '',
    NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? '',
    PORT: '0',
    SPOOR_DATA: folder,
    LOG_LEVEL: 'warn',
    ...env,
  };
  const child = spawn(process.execPath, [path.join(server, script)], {
    env: settings,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (words += data.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const said = () => words;
  const signal = (name: NodeJS.Signals) => {
    child.kill(name);
    return ended;
  };
  onTestFinished(() => void child.kill('SIGKILL'));
  return {
    child,
    ended,
    said,
    setupLink: () => /http\S+\/setup#[\w-]+/.exec(words)?.[0],
    address: () =>
      vi.waitFor(
        () => {
          if (child.exitCode !== null || child.signalCode !== null) throw new Error(`it has ended: ${words}`);
          const found = /Spoor runs at (\S+)\n\n/.exec(words)?.[1];
          if (!found) throw new Error(`it does not run yet: ${words}`);
          return found;
        },
        { timeout: script === 'main.ts' ? 60_000 : 180_000, interval: 20 },
      ),
    stop: () => signal('SIGTERM'),
    async kill() {
      await signal('SIGKILL');
    },
  };
}

/** A place for data folders, gone after the test with every Postgres that still runs in it. */
export function makePlace(): string {
  const place = mkdtempSync(path.join(tmpdir(), 'spoor-whole-'));
  onTestFinished(async () => {
    for (const pid of listPostgres(place)) end(pid);
    await vi.waitFor(() => {
      if (listPostgres(place).length > 0) throw new Error('Postgres still runs');
    });
    rmSync(place, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  });
  return place;
}

/** The processes of Postgres that work below a place. */
export function listPostgres(place: string): number[] {
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  return pids.filter((pid) => findWorkingFolder(pid)?.startsWith(`${place}/`));
}

export function killPostgres(folder: string): void {
  end(Number(readFileSync(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]));
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

function findWorkingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/** Copies as an administrator does. */
export function copyFolder(from: string, to: string): void {
  execFileSync('cp', ['-a', from, to]);
}

/** A port that somebody has taken, until the test is over. */
export async function takePort(): Promise<string> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return String((server.address() as net.AddressInfo).port);
}
