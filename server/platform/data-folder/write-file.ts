import { randomUUID } from 'node:crypto';
import { chown, link, open, readdir, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const HALF_WRITTEN = /^\.[\w.-]+\.[0-9a-f-]{36}\.half$/;
const WRITTEN_WITHIN_MS = 60_000;

/** Whether a file name is that of a file which a kill has left half-written. */
export function isHalfWritten(fileName: string): boolean {
  return HALF_WRITTEN.test(fileName);
}

/** Removes what kills have left half-written in a folder; what another process may be writing now, stays. */
export async function removeHalfWritten(folder: string): Promise<void> {
  for (const name of (await readdir(folder)).filter(isHalfWritten)) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > WRITTEN_WITHIN_MS) await unlink(path).catch(() => undefined);
  }
}

/** The system's name of an error ('ENOENT', …), or undefined for any other kind of error. */
export function errorCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/**
 * Replaces a file so that it is always either the old or the new one, also after a power cut.
 * It belongs to whom its folder belongs to: root may start the product once on the folder of another user.
 */
export async function writeFileAtomically(path: string, text: string, mode: number): Promise<void> {
  const half = await writeHalf(path, text, mode);
  try {
    await rename(half, path);
  } catch (error) {
    await unlink(half).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(path));
}

/** The same for a file that must not exist yet. Returns false, and changes nothing, when it does. */
export async function createFileAtomically(path: string, text: string, mode: number): Promise<boolean> {
  const half = await writeHalf(path, text, mode);
  try {
    await link(half, path);
    await syncFolder(dirname(path));
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await unlink(half).catch(() => undefined);
  }
}

async function writeHalf(path: string, text: string, mode: number): Promise<string> {
  const half = join(dirname(path), `.${basename(path)}.${randomUUID()}.half`);
  const file = await open(half, 'wx', mode);
  try {
    await file.chmod(mode);
    await file.writeFile(text);
    await file.sync();
  } catch (error) {
    await unlink(half).catch(() => undefined);
    throw error;
  } finally {
    await file.close();
  }
  await giveToOwnerOfFolder(half);
  return half;
}

/** Does nothing but as root: nobody else may give files away, or needs to. */
async function giveToOwnerOfFolder(path: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const folder = await stat(dirname(path));
  if (folder.uid !== 0) await chown(path, folder.uid, folder.gid);
}

/** Makes what was renamed or created in a folder survive a power cut. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return; // Windows cannot open a folder for this, and does not need it.
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
