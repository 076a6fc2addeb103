import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isPidAlive } from '../data-folder/process-identity.ts';
import type { StartLog } from '../data-folder/start-log.ts';

/**
 * Ends processes of a server that itself is gone: one that computes does not notice, and its hold on the shared
 * memory keeps a new server from starting. What it was doing is rolled back by the recovery. Linux only: elsewhere
 * there is no safe way to tell whose they are.
 */
export async function endOrphans(cluster: string, log: StartLog): Promise<void> {
  if (process.platform !== 'linux') return;
  const here = await stat(cluster);
  for (const name of await readdir('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid) || !(await isOrphanOf(here, pid))) continue;
    log.warn({ pid }, 'A process of the last Postgres has not noticed that its server is gone; it is ended.');
    try {
      process.kill(pid, 'SIGQUIT');
    } catch {
      // It has ended in the meantime.
    }
  }
}

/** Whether it is a Postgres process working in that cluster, whose parent is no such process. */
async function isOrphanOf(cluster: { dev: number; ino: number }, pid: number): Promise<boolean> {
  if (!(await isServerProcess(cluster, pid))) return false;
  const text = await readFile(join('/proc', String(pid), 'stat'), 'utf8').catch(() => '');
  const parent = Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]);
  return isPidAlive(pid) && !(await isServerProcess(cluster, parent));
}

async function isServerProcess(cluster: { dev: number; ino: number }, pid: number): Promise<boolean> {
  try {
    const folder = await stat(join('/proc', String(pid), 'cwd'));
    const name = await readFile(join('/proc', String(pid), 'comm'), 'utf8');
    return folder.dev === cluster.dev && folder.ino === cluster.ino && name.startsWith('postgres');
  } catch {
    return false; // Gone, or another user's.
  }
}
