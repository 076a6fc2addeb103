import { randomUUID } from 'node:crypto';
import { access, chmod, constants, mkdir, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Clock, systemClock } from '../clock.ts';
import { StartError } from '../start-error.ts';
import { explainFileError } from './file-errors.ts';
import { LAYOUT, MARKER, type Marker, parseMarker, wordMarker } from './marker.ts';
import type { StartLog } from './start-log.ts';
import { createFileAtomically, errorCode, isHalfWritten, writeFileAtomically } from './write-file.ts';

/** A folder in which one installation of the product keeps everything that it must not lose. */
export interface DataFolder {
  /** Absolute, with symbolic links resolved. */
  readonly path: string;
  readonly installation: string;
  readonly createdAt: string;
  readonly databaseCreatedAt: string | undefined;
}

/**
 * Opens the data folder, and creates it (readable for its owner alone) where there is none or an empty one.
 * @throws StartError when it is something else, is not ours, is of a newer product or cannot be written.
 */
export async function openDataFolder(
  path: string,
  { log, clock = systemClock }: { log: StartLog; clock?: Clock },
): Promise<DataFolder> {
  const absolute = resolve(path);
  try {
    const made = await makeFolder(absolute);
    const real = await realpath(absolute);
    await requireWritable(real);
    const found = await findMarker(real);
    const marker = found ?? (await createMarker(real, clock));
    if (!found) log.info({ folder: real, installation: marker.installation }, 'A new data folder was made.');
    else if (!made) await warnIfOpenToAll(real, log);
    return present(real, marker);
  } catch (error) {
    throw explainFolderError(absolute, error);
  }
}

/**
 * The data folder that is there already, for commands that must not make one; undefined when there is none.
 * @throws StartError when it is something else, is not ours or is of a newer product.
 */
export async function findDataFolder(path: string): Promise<DataFolder | undefined> {
  const absolute = resolve(path);
  try {
    const real = await realpath(absolute);
    const marker = await findMarker(real);
    return marker && present(real, marker);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw explainFolderError(absolute, error);
  }
}

/** Notes in the marker that the database exists now. */
export async function noteDatabaseCreated(folder: DataFolder, at: Date): Promise<void> {
  const marker = await findMarker(folder.path);
  if (!marker || marker.databaseCreatedAt) return;
  const text = wordMarker({ ...marker, databaseCreatedAt: at.toISOString() });
  await writeFileAtomically(join(folder.path, MARKER), text, 0o600);
}

function present(path: string, marker: Marker): DataFolder {
  const { installation, createdAt, databaseCreatedAt } = marker;
  return { path, installation, createdAt, databaseCreatedAt };
}

/** Returns whether there was none before. */
async function makeFolder(path: string): Promise<boolean> {
  const made = await mkdir(path, { recursive: true, mode: 0o700 });
  if (made === undefined) return false;
  await chmod(path, 0o700);
  return true;
}

async function requireWritable(path: string): Promise<void> {
  if (!(await stat(path)).isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR' });
  await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
}

/** Undefined when the folder is empty. */
async function findMarker(path: string): Promise<Marker | undefined> {
  let text: string;
  try {
    text = await readFile(join(path, MARKER), 'utf8');
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    await requireEmpty(path);
    return undefined;
  }
  return parseMarker(path, text);
}

async function requireEmpty(path: string): Promise<void> {
  // An empty disk has a lost+found, and a kill in the middle of an earlier first start may have left half a marker.
  const names = (await readdir(path)).filter((name) => name !== 'lost+found' && !isHalfWritten(name));
  if (names.length === 0 || names.includes(MARKER)) return;
  throw new StartError(
    'data-folder-not-ours',
    `${path} is not a Spoor data folder: it holds other files, and no ${MARKER}. Nothing in it was touched. ` +
      'Choose an empty or a new folder, or the data folder of an earlier Spoor.',
    { details: { folder: path } },
  );
}

async function createMarker(path: string, clock: Clock): Promise<Marker> {
  // Before the marker, so that nobody sees ours in a folder open to all.
  await chmod(path, 0o700).catch(() => undefined); // Not ours to change: a mounted volume may belong to root.
  const marker = {
    product: 'Spoor',
    layout: LAYOUT,
    installation: randomUUID(),
    createdAt: clock.now().toISOString(),
  };
  await createFileAtomically(join(path, MARKER), wordMarker(marker), 0o600);
  // Another first start may have been faster by a moment: its marker holds.
  return parseMarker(path, await readFile(join(path, MARKER), 'utf8'));
}

async function warnIfOpenToAll(path: string, log: StartLog): Promise<void> {
  if (process.platform === 'win32' || ((await stat(path)).mode & 0o007) === 0) return;
  log.warn(
    { folder: path },
    `Other users of this machine can look into the data folder; close it: chmod 700 ${path}`,
  );
}

function explainFolderError(path: string, error: unknown): unknown {
  const code = errorCode(error);
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return new StartError(
      'data-folder-is-a-file',
      `The data folder ${path} is not a folder, but a file (or lies under one). Nothing was changed. Choose a folder.`,
      { details: { folder: path }, cause: error },
    );
  }
  return explainFileError(path, error);
}
