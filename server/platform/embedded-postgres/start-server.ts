import { constants, lchown, mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { StartLog } from '../data-folder/start-log.ts';
import { errorCode } from '../data-folder/write-file.ts';
import type { PostgresBinaries } from './binaries.ts';
import type { Connection } from './connection.ts';
import { explainFailure, isStillInUse } from './failure.ts';
import type { PostgresLayout } from './layout.ts';
import { endOrphans } from './orphans.ts';
import {
  disownPostmasterFile,
  findPostmasterFile,
  isPostmasterOf,
  removeEmptyPostmasterFile,
} from './postmaster-file.ts';
import { waitUntilReady } from './readiness.ts';
import { callAs, type RunAs } from './run-as.ts';
import { type ServerProcess, spawnServer, stopServer } from './server-process.ts';
import { listServerArguments, writeSettings } from './settings.ts';

/** Backends that have lost their server end by themselves within moments, unless they are deep in a computation. */
const ORPHANS_MAY_TAKE_MS = 5_000;
const TRY_FOR_MS = 30_000;
const KEEP_LOGS_MS = 7 * 24 * 60 * 60_000;

/** What starting a server on a cluster needs. */
export interface ServerStart {
  readonly layout: PostgresLayout;
  readonly binaries: PostgresBinaries;
  /** Of the programs, such as '18.4'. */
  readonly version: string;
  readonly runAs: RunAs;
  readonly superuser: Connection;
  readonly log: StartLog;
}

/**
 * Starts the server and waits until it answers.
 * @throws StartError when it does not come up; nothing of it is left running then.
 */
export async function startServer(start: ServerStart): Promise<ServerProcess> {
  const { layout, runAs, log } = start;
  await makeServerFolder(layout.logs, runAs);
  await tidyLogs(layout, runAs);
  await writeSettings(layout, runAs);
  const begun = performance.now();
  for (;;) {
    await clearTraces(layout, runAs);
    const since = Date.now();
    const call = callAs(runAs, start.binaries.postgres, listServerArguments(layout, start.superuser.port));
    const server = await spawnServer(call);
    if (await isReadyOrStopped(server, start)) return server;
    const output = `${await server.readOutput()}\n${await readNewLog(layout, since)}`;
    const waited = Math.round(performance.now() - begun);
    if (!isStillInUse(output) || waited > TRY_FOR_MS) {
      const words = `Postgres did not start on ${layout.cluster}`;
      throw explainFailure({ words, path: layout.cluster, runAs }, output);
    }
    log.info({ waitedMs: waited }, 'Processes of the last Postgres are still ending; trying again.');
    if (waited > ORPHANS_MAY_TAKE_MS) await endOrphans(layout.cluster, log);
    await sleep(250);
  }
}

async function isReadyOrStopped(server: ServerProcess, start: ServerStart): Promise<boolean> {
  try {
    return await waitUntilReady(server, start.superuser, start.log);
  } catch (error) {
    await stopServer(server, { log: start.log, pgCtl: start.binaries.pgCtl, cluster: start.layout.cluster });
    throw error;
  }
}

/** Clears what a server that is gone has left, and what came along with a copy of a running one. */
async function clearTraces(layout: PostgresLayout, runAs: RunAs): Promise<void> {
  await removeEmptyPostmasterFile(layout.cluster);
  const file = await findPostmasterFile(layout.cluster);
  if (file && (await isPostmasterOf(layout.cluster, file))) return; // Still there: this start will be refused.
  if (file) await disownPostmasterFile(layout.cluster);
  if (layout.socketFolder === undefined) return;
  await rm(layout.socketFolder, { recursive: true, force: true });
  await makeServerFolder(layout.socketFolder, runAs);
}

/** Makes a folder that is the server's alone. A link in its place is refused: temporary folders are open to all users. */
async function makeServerFolder(path: string, runAs: RunAs): Promise<void> {
  await mkdir(path, { mode: 0o700 }).catch((error) => {
    if (errorCode(error) !== 'EEXIST') throw error;
  });
  if (process.platform === 'win32') return;
  const folder = await open(path, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW);
  try {
    if (runAs.kind === 'other') await folder.chown(runAs.uid, runAs.gid);
    await folder.chmod(0o700);
  } finally {
    await folder.close();
  }
}

/** Postgres writes each weekday's log anew only while it runs through; a file of the week before may have stayed. */
async function tidyLogs({ logs }: PostgresLayout, runAs: RunAs): Promise<void> {
  for (const name of await readdir(logs)) {
    if (!/^postgres-\w+\.log$/.test(name)) continue;
    const path = join(logs, name);
    if (Date.now() - (await stat(path)).mtimeMs > KEEP_LOGS_MS) await rm(path, { force: true });
    else if (runAs.kind === 'other') await lchown(path, runAs.uid, runAs.gid); // It may have run as another before.
  }
}

/** What servers have logged since then (milliseconds since 1970). */
async function readNewLog(layout: PostgresLayout, since: number): Promise<string> {
  const texts: string[] = [];
  for (const name of await readdir(layout.logs)) {
    const path = join(layout.logs, name);
    if ((await stat(path)).mtimeMs < since - 50) continue;
    texts.push((await readFile(path, 'utf8')).slice(-4_000));
  }
  const from = new Date(since - 50).toISOString().replace('T', ' ').slice(0, 23);
  const lines = texts.join('\n').split('\n');
  return lines.filter((line) => line.slice(0, 23) >= from).join('\n');
}
