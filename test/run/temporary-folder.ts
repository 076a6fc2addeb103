import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Of Linux's `statfs`: the magic number of a file system that lives in memory (linux/magic.h). */
const TMPFS = 0x01021994;
/** What a run holds at most is a tenth of it. */
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
  const path = mkdtempSync(join(hasPlenty(findRoom(inMemory)) ? inMemory : tmpdir(), 'spoor-run-'));
  // Some tests start what another user runs, who has to get through.
  chmodSync(path, 0o711);
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 10 }) };
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
