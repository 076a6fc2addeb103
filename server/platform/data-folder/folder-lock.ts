import { randomUUID } from 'node:crypto';
import { readFile, stat, unlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { type Clock, systemClock } from '../clock.ts';
import { StartError } from '../start-error.ts';
import type { DataFolder } from './data-folder.ts';
import { explainFileError } from './file-errors.ts';
import { takeTurn } from './lock-turn.ts';
import { getOwnIdentity, getPidSpace, isProcessAlive } from './process-identity.ts';
import type { StartLog } from './start-log.ts';
import { errorCode, removeHalfWritten, writeFileAtomically } from './write-file.ts';

const BEAT_MS = 5_000;

const lockSchema = z.object({
  id: z.uuid(),
  pid: z.number().int().positive(),
  started: z.string().optional(),
  space: z.object({ host: z.string(), boot: z.string().optional(), namespace: z.string().optional() }),
  folder: z.object({ path: z.string(), device: z.number(), inode: z.number() }),
  since: z.iso.datetime(),
  address: z.string().optional(),
});

/** What the lock file says of the running product. */
export type FolderLock = z.infer<typeof lockSchema>;

/** A data folder that this process alone may use. */
export interface LockedDataFolder extends DataFolder {
  /** Adds where the running product can be reached, for the message that a second start shows. */
  announce(address: string): Promise<void>;
  /** Gives the folder free; idempotent. */
  release(): Promise<void>;
}

/**
 * Takes the folder for this process. A lock whose process is gone is taken over; so is one that came along with a
 * copy of the folder, even while the original is in use.
 * @throws StartError 'data-folder-in-use', naming the process that has it.
 */
export async function lockDataFolder(
  folder: DataFolder,
  { log, clock = systemClock }: { log: StartLog; clock?: Clock },
): Promise<LockedDataFolder> {
  const lock = await takeTurn(folder.path, async () => {
    const earlier = await readLock(folder);
    if (earlier && (await isHeld(folder, earlier))) throw explainInUse(folder, earlier);
    if (earlier) log.warn({ earlier }, 'The last run did not give the data folder free; taken over.');
    const own = await describeLock(folder, clock);
    await writeLock(folder, own);
    await removeHalfWritten(folder.path);
    return own;
  }).catch((error) => {
    throw explainFileError(folder.path, error);
  });
  return holdLock(folder, lock, log);
}

/** The lock of the product that runs on this folder now, or undefined when none does. */
export async function findHeldLock(folder: DataFolder): Promise<FolderLock | undefined> {
  const lock = await readLock(folder);
  return lock && (await isHeld(folder, lock)) ? lock : undefined;
}

function holdLock(folder: DataFolder, lock: FolderLock, log: StartLog): LockedDataFolder {
  let current = lock;
  let released = false;
  const file = fileOf(folder);
  // Processes in other containers cannot see whether this one lives, but they see the file's time move.
  const beat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch((err) =>
      log.error({ err, file }, 'The lock of the data folder cannot be kept.'),
    );
  }, BEAT_MS).unref();
  return {
    ...folder,
    async announce(address) {
      current = { ...current, address };
      await writeLock(folder, current);
    },
    async release() {
      if (released) return;
      released = true;
      clearInterval(beat);
      if ((await readLock(folder))?.id === lock.id) await unlink(file);
    },
  };
}

/** Undefined when there is none, or one that says nothing: it is replaced as a whole, so it can't be half-written. */
async function readLock(folder: DataFolder): Promise<FolderLock | undefined> {
  try {
    return lockSchema.parse(JSON.parse(await readFile(fileOf(folder), 'utf8')));
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || error instanceof SyntaxError || error instanceof z.ZodError)
      return undefined;
    throw error;
  }
}

async function writeLock(folder: DataFolder, lock: FolderLock): Promise<void> {
  await writeFileAtomically(fileOf(folder), `${JSON.stringify(lock, null, 2)}\n`, 0o600);
}

async function describeLock(folder: DataFolder, clock: Clock): Promise<FolderLock> {
  const { dev: device, ino: inode } = await stat(folder.path);
  const { pid, started } = getOwnIdentity();
  return {
    id: randomUUID(),
    pid,
    started,
    space: getPidSpace(),
    folder: { path: folder.path, device, inode },
    since: clock.now().toISOString(),
  };
}

async function isHeld(folder: DataFolder, lock: FolderLock): Promise<boolean> {
  const { dev, ino } = await stat(folder.path);
  const isSameFolder = lock.folder.device === dev && lock.folder.inode === ino;
  // Neither the folder of the lock nor its place: a copy. Its place alone may be enough, as numbers change on some disks.
  if (!isSameFolder && lock.folder.path !== folder.path) return false;
  const here = getPidSpace();
  if (here.host === lock.space.host && here.boot !== lock.space.boot) return false; // Started anew since.
  if (here.boot === lock.space.boot && here.namespace === lock.space.namespace) {
    if (here.boot !== undefined || here.host === lock.space.host)
      return isProcessAlive({ pid: lock.pid, started: lock.started });
  }
  return doesHeartBeat(folder);
}

/** Watches whether somebody keeps the lock file's time moving: the only sign from another container or machine. */
async function doesHeartBeat(folder: DataFolder): Promise<boolean> {
  const before = await findLockTime(folder);
  for (let waited = 0; waited < BEAT_MS * 2.5; waited += 250) {
    await sleep(250);
    if ((await findLockTime(folder)) !== before) return true;
  }
  return false;
}

async function findLockTime(folder: DataFolder): Promise<number | undefined> {
  const file = await stat(fileOf(folder)).catch(() => undefined);
  return file?.mtimeMs;
}

function fileOf(folder: DataFolder): string {
  return join(folder.path, 'spoor.lock');
}

function explainInUse(folder: DataFolder, lock: FolderLock): StartError {
  const address = lock.address === undefined ? '' : ` at ${lock.address}`;
  const host = lock.space.host === getPidSpace().host ? '' : ` on ${lock.space.host}`;
  return new StartError(
    'data-folder-in-use',
    `Spoor already runs on the data folder ${folder.path}: process ${lock.pid}${host}${address}, since ${lock.since}. ` +
      'This second start has changed nothing. Use the running one, stop it first, or choose another data folder.',
    { details: { folder: folder.path, pid: lock.pid, since: lock.since, address: lock.address } },
  );
}
