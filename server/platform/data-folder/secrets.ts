import { randomBytes } from 'node:crypto';
import { chmod, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { StartError } from '../start-error.ts';
import type { DataFolder } from './data-folder.ts';
import { explainFileError } from './file-errors.ts';
import { errorCode, writeFileAtomically } from './write-file.ts';

const secretsSchema = z.record(z.string(), z.string().min(1));

/**
 * A secret of this installation, or undefined when it has none of this name yet.
 * @throws StartError 'secrets-broken' when secrets.json cannot be read as such.
 */
export async function findSecret(folder: DataFolder, name: string): Promise<string | undefined> {
  return (await readSecrets(folder))[name];
}

/**
 * The secret of this name: 256 random bits in base64url, made and saved at the first call. Only for the process
 * that holds the folder's lock: two that write at the same time would lose one secret.
 */
export async function ensureSecret(folder: DataFolder, name: string): Promise<string> {
  const secrets = await readSecrets(folder);
  const present = secrets[name];
  if (present !== undefined) return present;
  const made = randomBytes(32).toString('base64url');
  await writeFileAtomically(
    fileOf(folder),
    `${JSON.stringify({ ...secrets, [name]: made }, null, 2)}\n`,
    0o600,
  );
  return made;
}

function fileOf(folder: DataFolder): string {
  return join(folder.path, 'secrets.json');
}

async function readSecrets(folder: DataFolder): Promise<Record<string, string>> {
  const file = fileOf(folder);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return {};
    throw explainFileError(folder.path, error);
  }
  // A copy or a restore may have opened it to others.
  if (process.platform !== 'win32' && ((await stat(file)).mode & 0o077) !== 0) await chmod(file, 0o600);
  try {
    return secretsSchema.parse(JSON.parse(text));
  } catch {
    // Without the cause: it could quote a secret.
    throw new StartError(
      'secrets-broken',
      `${file} cannot be read. Nothing was changed. Restore this file from a backup: without it the database cannot be opened.`,
      { details: { file } },
    );
  }
}
