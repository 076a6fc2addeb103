import { readFile, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Clock, systemClock } from '../clock.ts';
import { type DataFolder, noteDatabaseCreated } from '../data-folder/data-folder.ts';
import { explainFileError } from '../data-folder/file-errors.ts';
import type { LockedDataFolder } from '../data-folder/folder-lock.ts';
import { ensureSecret, findSecret } from '../data-folder/secrets.ts';
import type { StartLog } from '../data-folder/start-log.ts';
import { adoptServer } from './adopt-server.ts';
import { type Connection, withClient } from './connection.ts';
import { getPostgresLayout, type PostgresLayout } from './layout.ts';
import { findPostmasterFile, isPostmasterOf } from './postmaster-file.ts';
import { prepareServer } from './prepare-server.ts';
import { DATABASE, ensureRolesAndDatabase, OWNER } from './roles.ts';
import { type ServerEnd, type ServerProcess, stopServer } from './server-process.ts';
import { type ServerStart, startServer } from './start-server.ts';

const OWNER_SECRET = 'postgresOwnerPassword';

/** How a server came to run: on a new database, on one at rest, after a crash, or it was running already. */
export type HowStarted = 'created' | 'started' | 'recovered' | 'adopted';

/** The Postgres that comes with the product, running on the data folder. */
export interface EmbeddedPostgres {
  /** How the owner of the database reaches it. `host` is the socket's folder, on Windows the loopback address. */
  readonly owner: Connection;
  readonly how: HowStarted;
  readonly pid: number;
  /** Resolves when the server goes away without being asked (a crash, a kill); never after `stop`. */
  readonly gone: Promise<ServerEnd>;
  /** Stops the server and waits until it is down; transactions under way are rolled back. Idempotent. */
  stop(): Promise<void>;
}

/** What starting needs. */
export interface EmbeddedPostgresOptions {
  readonly dataFolder: LockedDataFolder;
  readonly log: StartLog;
  readonly clock?: Clock;
  /** Lets the owner make databases: for tests that copy one. */
  readonly allowCreateDatabase?: boolean;
}

/**
 * Starts Postgres on the data folder, or takes over the one that an earlier run has left running there; makes the
 * database at the first start.
 * @throws StartError with what a person can do about it.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  try {
    return await start(options);
  } catch (error) {
    throw explainFileError(options.dataFolder.path, error);
  }
}

async function start({
  dataFolder,
  log,
  clock = systemClock,
  allowCreateDatabase = false,
}: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const begun = performance.now();
  const prepared = await prepareServer(dataFolder, log);
  const { binaries, layout } = prepared.start;
  const { server, superuser, how } = await runServer(prepared);
  const stop = async () => {
    await stopServer(server, { log, pgCtl: binaries.pgCtl, cluster: layout.cluster });
    // Empty now; it may lie among the temporary files of all.
    if (layout.socketFolder !== undefined) await rmdir(layout.socketFolder).catch(() => undefined);
  };
  try {
    const owner = describeOwner(superuser, await ensureSecret(dataFolder, OWNER_SECRET));
    await ensureRolesAndDatabase(superuser, owner, { allowCreateDatabase });
    await noteDatabaseCreated(dataFolder, clock.now());
    log.info({ how, pid: server.pid, tookMs: Math.round(performance.now() - begun) }, 'Postgres answers.');
    return present(server, { owner, how, stop });
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * The owner's connection to the server that runs on this data folder, for commands beside the running product;
 * undefined when none answers. Starts and changes nothing.
 */
export async function connectEmbeddedPostgres({
  dataFolder,
}: {
  dataFolder: DataFolder;
}): Promise<Connection | undefined> {
  const { cluster, socketFolder } = getPostgresLayout(dataFolder);
  const file = await findPostmasterFile(cluster);
  const password = await findSecret(dataFolder, OWNER_SECRET);
  if (!file || password === undefined || !(await isPostmasterOf(cluster, file))) return undefined;
  // The server's own word for its socket: TMPDIR, on which ours can depend, may be another one here.
  const host = socketFolder === undefined ? '127.0.0.1' : file.socketFolder;
  if (socketFolder !== undefined && !(await isOwnersAlone(host, (await stat(cluster)).uid))) return undefined;
  const owner = describeOwner({ host, port: file.port }, password);
  return withClient(owner, (client) => client.query('select')).then(
    () => owner,
    () => undefined,
  );
}

/** Whether nobody else can have put a socket into this folder, to listen for passwords. */
async function isOwnersAlone(folder: string, uid: number): Promise<boolean> {
  const found = await stat(folder).catch(() => undefined);
  return found !== undefined && found.uid === uid && (found.mode & 0o077) === 0;
}

async function runServer(prepared: {
  start: ServerStart;
  isNew: boolean;
}): Promise<{ server: ServerProcess; superuser: Connection; how: HowStarted }> {
  const { start, isNew } = prepared;
  const adopted = await adoptServer(start);
  if (adopted) return { ...adopted, how: 'adopted' };
  const crashed = !isNew && !(await wasShutDown(start.layout));
  if (crashed) {
    start.log.info(
      { cluster: start.layout.cluster },
      'Postgres was not shut down; it recovers what was committed.',
    );
  }
  const how = isNew ? 'created' : crashed ? 'recovered' : 'started';
  return { server: await startServer(start), superuser: start.superuser, how };
}

function present(
  server: ServerProcess,
  { owner, how, stop }: { owner: Connection; how: HowStarted; stop: () => Promise<void> },
): EmbeddedPostgres {
  let stopped: Promise<void> | undefined;
  const gone = new Promise<ServerEnd>((resolve) => {
    void server.ended.then((end) => {
      if (!stopped) resolve(end);
    });
  });
  return {
    owner,
    how,
    pid: server.pid,
    gone,
    stop() {
      stopped ??= stop();
      return stopped;
    },
  };
}

/** The state in the cluster's control file: 4 bytes after the system's identifier and two versions; 1 is "shut down". */
async function wasShutDown(layout: PostgresLayout): Promise<boolean> {
  const control = await readFile(join(layout.cluster, 'global', 'pg_control'));
  return control.readInt32LE(16) === 1;
}

function describeOwner({ host, port }: { host: string; port: number }, password: string): Connection {
  return { host, port, user: OWNER, password, database: DATABASE };
}
