import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataFolder } from '../data-folder/data-folder.ts';
import { errorCode } from '../data-folder/write-file.ts';
import { StartError } from '../start-error.ts';

const MAJOR_VERSION = '18';

/** A cluster that is there, and to whom it belongs. */
export interface FoundCluster {
  readonly path: string;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

/**
 * The cluster of this data folder; undefined when it has none yet.
 * @throws StartError when there was one and is not any more.
 */
export async function findCluster(folder: DataFolder, path: string): Promise<FoundCluster | undefined> {
  try {
    const { mode, uid, gid } = await stat(path);
    return { path, mode, uid, gid };
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
  if (folder.databaseCreatedAt === undefined) return undefined;
  throw new StartError(
    'postgres-cluster-missing',
    `The database of this data folder, made at ${folder.databaseCreatedAt}, is missing: there is no ${path}. ` +
      'Nothing was changed. Restore it from a backup, or choose an empty data folder to begin anew.',
    { details: { cluster: path } },
  );
}

/** @throws StartError when Postgres would refuse the cluster, which is not touched. */
export async function requireUsable(cluster: FoundCluster): Promise<void> {
  requirePrivate(cluster);
  await requireVersion(cluster.path);
}

function requirePrivate({ path, mode }: FoundCluster): void {
  const permissions = mode & 0o777;
  if (process.platform === 'win32' || permissions === 0o700 || permissions === 0o750) return;
  throw new StartError(
    'postgres-cluster-permissions',
    `The folder of the database, ${path}, has the permissions ${permissions.toString(8)}, and Postgres refuses a folder ` +
      `that is not its owner's alone. Nothing was changed. Repair it: chmod 700 '${path}'`,
    { details: { cluster: path, mode: permissions.toString(8) } },
  );
}

async function requireVersion(path: string): Promise<void> {
  const version = await readFile(join(path, 'PG_VERSION'), 'utf8').catch((cause) => {
    if (errorCode(cause) !== 'ENOENT' && errorCode(cause) !== 'ENOTDIR') throw cause;
    throw new StartError(
      'postgres-cluster-not-ours',
      `${path} is not a Postgres database: it has no PG_VERSION. Nothing was changed. Restore it from a backup.`,
      { details: { cluster: path }, cause },
    );
  });
  if (version.trim() === MAJOR_VERSION) return;
  throw new StartError(
    'postgres-other-version',
    `The database in ${path} is of Postgres ${version.trim()}; this Spoor brings Postgres ${MAJOR_VERSION}. ` +
      'Nothing was changed. Start the Spoor that it was made with, or restore a backup that fits this one.',
    { details: { cluster: path, version: version.trim() } },
  );
}
