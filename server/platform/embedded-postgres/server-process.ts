import { execFile, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { findProcessStart, isProcessAlive } from '../data-folder/process-identity.ts';
import type { StartLog } from '../data-folder/start-log.ts';
import type { ProgramCall } from './run-as.ts';

const run = promisify(execFile);
const LOOK_EVERY_MS = 20;
const KEEP_OUTPUT = 8_000;
/** Its output may still be on its way when a process has ended. */
const LAST_WORDS_MS = 500;

/** How a server ended that nobody had asked to. The code and the signal are unknown of a server that was adopted. */
export interface ServerEnd {
  readonly pid: number;
  readonly code: number | null;
  readonly signal: string | null;
}

/** A running server, started by this process or an earlier one. */
export interface ServerProcess {
  readonly pid: number;
  /** Resolves when the process has ended, for whatever reason. */
  readonly ended: Promise<ServerEnd>;
  hasEnded(): boolean;
  /** What it wrote before its own log was open (at most the last 8,000 characters). */
  readOutput(): Promise<string>;
}

/**
 * Starts the server in a session of its own: Ctrl-C in the terminal must not stop it before this process has let go,
 * and it may outlive this process. Neither the server nor its output keeps this process from ending.
 */
export async function spawnServer({ command, args, options }: ProgramCall): Promise<ServerProcess> {
  const child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  let output = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output = (output + text).slice(-KEEP_OUTPUT);
  });
  let hasEnded = false;
  const ended = new Promise<ServerEnd>((resolve) => {
    // Not 'close': processes of a killed server may hold its output open for a while.
    child.once('exit', (code, signal) => {
      hasEnded = true;
      resolve({ pid: child.pid ?? 0, code, signal });
    });
  });
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  child.unref();
  if ('unref' in child.stderr && typeof child.stderr.unref === 'function') child.stderr.unref();
  return {
    pid: child.pid ?? 0,
    ended,
    hasEnded: () => hasEnded,
    readOutput: () => Promise.race([closed, sleep(LAST_WORDS_MS)]).then(() => output),
  };
}

/** A server that was started by an earlier process. */
export function watchServer(pid: number): ServerProcess {
  const identity = { pid, started: findProcessStart(pid) };
  let hasEnded = false;
  const ended = new Promise<ServerEnd>((resolve) => {
    const look = setInterval(() => {
      if (isProcessAlive(identity)) return;
      hasEnded = true;
      clearInterval(look);
      resolve({ pid, code: null, signal: null });
    }, 250).unref();
  });
  return { pid, ended, hasEnded: () => hasEnded || !isProcessAlive(identity), readOutput: async () => '' };
}

/**
 * Ends a server and waits until it is down: transactions under way are rolled back, and what is committed is written
 * out. One that has not ended after `patienceMs` (milliseconds) is told to end at once, and recovers when next started.
 */
export async function stopServer(
  server: ServerProcess,
  {
    log,
    pgCtl,
    cluster,
    patienceMs = 120_000,
  }: { log: StartLog; pgCtl: string; cluster: string; patienceMs?: number },
): Promise<void> {
  if (server.hasEnded()) return;
  await signalServer(server.pid, 'fast', { pgCtl, cluster });
  if (await waitForEnd(server, patienceMs)) return;
  log.warn(
    { pid: server.pid, patienceMs },
    'Postgres has not stopped in time; it is made to, and will recover.',
  );
  await signalServer(server.pid, 'immediate', { pgCtl, cluster });
  if (await waitForEnd(server, 30_000)) return;
  log.error({ pid: server.pid }, 'Postgres does not stop.');
}

/** Returns whether it has ended within `ms` milliseconds. */
async function waitForEnd(server: ServerProcess, ms: number): Promise<boolean> {
  const until = Date.now() + ms;
  while (!server.hasEnded()) {
    if (Date.now() > until) return false;
    // Not `ended`: nothing of that keeps this process alive until the server is down.
    await sleep(LOOK_EVERY_MS);
  }
  return true;
}

async function signalServer(
  pid: number,
  mode: 'fast' | 'immediate',
  { pgCtl, cluster }: { pgCtl: string; cluster: string },
): Promise<void> {
  if (process.platform === 'win32') {
    await run(pgCtl, ['stop', '-D', cluster, '-m', mode, '-W']).catch(() => undefined);
    return;
  }
  try {
    process.kill(pid, mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
  } catch {
    // It has ended already.
  }
}
