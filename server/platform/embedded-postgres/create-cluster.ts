import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chown, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { explainFileError } from '../data-folder/file-errors.ts';
import { syncFolder } from '../data-folder/write-file.ts';
import type { PostgresBinaries } from './binaries.ts';
import { explainFailure } from './failure.ts';
import type { PostgresLayout } from './layout.ts';
import { callAs, type RunAs } from './run-as.ts';

const run = promisify(execFile);

/** The role that initdb makes; used to prepare the owner's role and database, and for nothing else. */
export const SUPERUSER = 'spoor_superuser';

/** Character types by Unicode, without which pg_trgm sees no letters beyond ASCII; the first that the machine has. */
const CHARACTER_TYPES = process.platform === 'win32' ? ['en-US'] : ['C.UTF-8', 'en_US.UTF-8', 'UTF-8'];

interface Making {
  readonly binaries: PostgresBinaries;
  readonly runAs: RunAs;
  /** The superuser's. */
  readonly password: string;
}

/**
 * Makes an empty cluster: beside its place, so that one whose making was interrupted is never taken for a whole one.
 * @throws StartError 'disk-full' or 'postgres-failed'; what was begun is removed.
 */
export async function createCluster(layout: PostgresLayout, making: Making): Promise<void> {
  // A name of its own: an initdb that has lost its parent may still be at work under an earlier one.
  const halfMade = layout.halfMadePrefix + randomUUID();
  try {
    await mkdir(halfMade, { mode: 0o700 });
    const passwordFile = join(halfMade, 'password');
    await writeFile(passwordFile, making.password, { mode: 0o600 });
    const { runAs } = making;
    if (runAs.kind === 'other') {
      for (const path of [halfMade, passwordFile]) await chown(path, runAs.uid, runAs.gid);
    }
    const cluster = join(halfMade, 'cluster');
    await runInitdb(cluster, passwordFile, making);
    await rename(cluster, layout.cluster);
    await syncFolder(dirname(layout.cluster));
  } catch (error) {
    throw explainFileError(halfMade, error);
  } finally {
    await removeFolder(halfMade);
  }
}

/** Removes what kills in the middle of a first start have left. */
export async function removeHalfMade(layout: PostgresLayout): Promise<void> {
  const folder = dirname(layout.halfMadePrefix);
  for (const name of await readdir(folder)) {
    if (name.startsWith(basename(layout.halfMadePrefix))) await removeFolder(join(folder, name));
  }
}

async function removeFolder(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}

async function runInitdb(cluster: string, passwordFile: string, making: Making): Promise<void> {
  const outputs: string[] = [];
  for (const characterType of CHARACTER_TYPES) {
    const call = callAs(making.runAs, making.binaries.initdb, [
      ...['-D', cluster, '-U', SUPERUSER, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
      ...['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      ...['--locale=C', `--lc-ctype=${characterType}`, '--data-checksums', '--no-instructions'],
    ]);
    const failed = await run(call.command, call.args, call.options).then(
      () => undefined,
      (error: Error & { stderr?: string }) => error,
    );
    if (!failed) return;
    outputs.push(`${failed.message}\n${failed.stderr ?? ''}`.trim());
    if (!/invalid locale name/.test(outputs.at(-1) ?? '')) break;
  }
  const words = `A new database could not be made in ${dirname(dirname(cluster))}`;
  throw explainFailure({ words, path: cluster, runAs: making.runAs }, outputs.join('\n'));
}
