import { chmod, chown, lchown, readdir, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { DataFolder } from '../data-folder/data-folder.ts';
import type { LockedDataFolder } from '../data-folder/folder-lock.ts';
import { ensureSecret, findSecret } from '../data-folder/secrets.ts';
import type { StartLog } from '../data-folder/start-log.ts';
import { StartError } from '../start-error.ts';
import { getPostgresBinaries, getVersion } from './binaries.ts';
import { type FoundCluster, findCluster, requireUsable } from './cluster.ts';
import { createCluster, removeHalfMade, SUPERUSER } from './create-cluster.ts';
import { getPostgresLayout, SOCKET_PORT } from './layout.ts';
import { findPostmasterFile, isPostmasterOf } from './postmaster-file.ts';
import { decideRunAs, type RunAs } from './run-as.ts';
import type { ServerStart } from './start-server.ts';

const SUPERUSER_SECRET = 'postgresSuperuserPassword';

/**
 * Everything before a server runs: checks all that would make it fail before anything is changed, and makes the
 * cluster where there is none.
 * @throws StartError
 */
export async function prepareServer(
  folder: LockedDataFolder,
  log: StartLog,
): Promise<{ start: ServerStart; isNew: boolean }> {
  const layout = getPostgresLayout(folder);
  const binaries = await getPostgresBinaries();
  const cluster = await findCluster(folder, layout.cluster);
  const runAs = await decideRunAs(await findOwner(folder, cluster));
  if (cluster) await requireUsable(cluster);
  if (cluster && (await findSecret(folder, SUPERUSER_SECRET)) === undefined)
    throw explainSecretsMissing(folder);
  const version = await getVersion(binaries, runAs);
  const password = await ensureSecret(folder, SUPERUSER_SECRET);
  await letThrough(folder, runAs);
  await removeHalfMade(layout);
  if (cluster) await giveTo(cluster, runAs);
  else {
    log.info({ cluster: layout.cluster }, 'A new database is made.');
    await createCluster(layout, { binaries, runAs, password });
  }
  const port = layout.socketFolder === undefined ? await findFreePort() : SOCKET_PORT;
  const host = layout.socketFolder ?? '127.0.0.1';
  const superuser = { host, port, user: SUPERUSER, password, database: 'postgres' };
  return { start: { layout, binaries, version, runAs, superuser, log }, isNew: !cluster };
}

/** Whose the cluster is, or shall be. Root's cluster in another user's folder (a backup restored by root) is that user's. */
async function findOwner(
  folder: DataFolder,
  cluster: FoundCluster | undefined,
): Promise<{ uid: number; gid: number; path: string }> {
  if (cluster && (cluster.uid !== 0 || process.getuid?.() !== 0)) return cluster;
  const { uid, gid } = await stat(folder.path);
  return { uid, gid, path: folder.path };
}

/** Another user's server must be able to pass through root's data folder; it still cannot list it. */
async function letThrough(folder: DataFolder, runAs: RunAs): Promise<void> {
  if (runAs.kind !== 'other' || (await stat(folder.path)).uid === runAs.uid) return;
  await chown(folder.path, 0, runAs.gid);
  await chmod(folder.path, 0o710);
}

/** A cluster of root's that another user shall run is given to that user. */
async function giveTo(cluster: FoundCluster, runAs: RunAs): Promise<void> {
  if (runAs.kind !== 'other' || cluster.uid === runAs.uid) return;
  const file = await findPostmasterFile(cluster.path);
  if (file && (await isPostmasterOf(cluster.path, file))) return;
  for (const entry of await readdir(cluster.path, { recursive: true })) {
    await lchown(join(cluster.path, entry), runAs.uid, runAs.gid);
  }
  // Last: should this be interrupted, the next start sees root's cluster and does it again.
  await chown(cluster.path, runAs.uid, runAs.gid);
}

async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : SOCKET_PORT;
}

function explainSecretsMissing(folder: DataFolder): StartError {
  return new StartError(
    'secrets-missing',
    `${join(folder.path, 'secrets.json')} is missing or lacks the database's password, but the database exists. ` +
      'Nothing was changed. Restore this file from a backup.',
    { details: { folder: folder.path } },
  );
}
