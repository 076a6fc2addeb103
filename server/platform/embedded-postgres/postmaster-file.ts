import { existsSync, statSync } from 'node:fs';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findProcessName, isPidAlive } from '../data-folder/process-identity.ts';
import { errorCode } from '../data-folder/write-file.ts';

/** What a server writes into its cluster while it runs (postmaster.pid). */
export interface PostmasterFile {
  readonly pid: number;
  readonly cluster: string;
  readonly port: number;
  readonly socketFolder: string;
}

/** Undefined when there is none, or one that is not complete yet. */
export async function findPostmasterFile(cluster: string): Promise<PostmasterFile | undefined> {
  let text: string;
  try {
    text = await readFile(join(cluster, 'postmaster.pid'), 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  // The lines: pid, data directory, start time, port, socket folder, listen address, shared memory, status.
  const [pid, place, , port, socketFolder] = text.split('\n').map((line) => line.trim());
  if (!pid || !place || !port || !(Number(pid) > 0)) return undefined;
  return { pid: Number(pid), cluster: place, port: Number(port), socketFolder: socketFolder ?? '' };
}

/**
 * Whether the process that the file names runs on this very cluster. It may have ended, its id may belong to another
 * process by now, or the file may have come along with a copy of a cluster whose original is running elsewhere.
 */
export async function isPostmasterOf(cluster: string, file: PostmasterFile): Promise<boolean> {
  if (!isPidAlive(file.pid) || !findProcessName(file.pid)?.includes('postgres')) return false;
  const here = await stat(cluster);
  const there = findWorkingFolder(file.pid);
  if (there !== undefined) return there.dev === here.dev && there.ino === here.ino;
  return resolve(file.cluster) === cluster;
}

/** A server works in its cluster. Undefined where the system does not say (not Linux, or not our process). */
function findWorkingFolder(pid: number): { dev: number; ino: number } | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    return statSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/**
 * Postgres refuses to start while the id in the file is in use by anybody. Once it is clear that it is not a server
 * of this cluster, our own id is put there instead: Postgres takes its parent's id for an old one. The file's other
 * lines stay, by which Postgres still finds out whether any process uses the cluster's shared memory.
 */
export async function disownPostmasterFile(cluster: string): Promise<void> {
  const path = join(cluster, 'postmaster.pid');
  if (process.platform === 'win32') return rm(path, { force: true }); // It does not look at its parent's id there.
  const [, ...rest] = (await readFile(path, 'utf8')).split('\n');
  await writeFile(path, [String(process.pid), ...rest].join('\n'));
}

/**
 * Removes a file that a power cut has emptied, for which Postgres refuses to start. A server writes its own at once,
 * so one that stays incomplete for a second is nobody's.
 */
export async function removeEmptyPostmasterFile(cluster: string): Promise<void> {
  const path = join(cluster, 'postmaster.pid');
  for (let tries = 0; tries < 10; tries++) {
    if (!existsSync(path) || (await findPostmasterFile(cluster))) return;
    await sleep(100);
  }
  await rm(path, { force: true });
}
