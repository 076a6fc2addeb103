import { chmodSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Of Linux's `statfs`: the magic number of a file system that lives in memory (linux/magic.h). */
const TMPFS = 0x01021994;
/** A run holds 0.9 GB at most. */
const enough = 8 * 1024 ** 3;

/** What is known of a folder and of the machine. */
export interface Room {
  readonly type: number;
  readonly freeBytes: number;
  readonly freeMemory: number;
}

/**
 * A folder for all that a run writes, which goes with it: in memory where a machine has plenty, else where temporary
 * files are. Hundreds of databases are made and thrown away, and on a disk half of the time goes into that. What is
 * killed in the tests are processes, and what they wrote outlives them in memory as on a disk.
 */
export function makeTemporaryFolder(inMemory = '/dev/shm'): { path: string; remove(): void } {
  const parent = hasPlenty(findRoom(inMemory)) ? inMemory : tmpdir();
  removeLeftBehind(parent);
  const path = mkdtempSync(join(parent, `spoor-run-${process.pid}-`));
  // Some tests start what another user runs, who has to get through.
  chmodSync(path, 0o711);
  return { path, remove: () => remove(path) };
}

export function hasPlenty(room: Room | undefined): boolean {
  return room?.type === TMPFS && Math.min(room.freeBytes, room.freeMemory) >= enough;
}

function findRoom(folder: string): Room | undefined {
  try {
    const { type, bavail, bsize } = statfsSync(folder);
    return { type, freeBytes: bavail * bsize, freeMemory: freemem() };
  } catch {
    return undefined;
  }
}

/** Of runs that were killed: in memory their files would stay until the machine is started anew. */
function removeLeftBehind(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = /^spoor-run-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) remove(join(parent, name));
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function remove(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 10 });
}
