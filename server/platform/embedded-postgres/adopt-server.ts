import { resolve } from 'node:path';
import { type Connection, withClient } from './connection.ts';
import { findPostmasterFile, isPostmasterOf, type PostmasterFile } from './postmaster-file.ts';
import { waitUntilReady } from './readiness.ts';
import { type ServerProcess, stopServer, watchServer } from './server-process.ts';
import { writeSettings } from './settings.ts';
import type { ServerStart } from './start-server.ts';

/** A server of an earlier run, and how its superuser reaches it. */
export interface AdoptedServer {
  readonly server: ServerProcess;
  readonly superuser: Connection;
}

/**
 * The server that an earlier run has left running on this cluster, once it answers with our password; undefined when
 * there is none. One that cannot be kept (its folder was moved, or its programs have been replaced by other ones) is stopped.
 * @throws StartError when it refuses the password or does not answer.
 */
export async function adoptServer(start: ServerStart): Promise<AdoptedServer | undefined> {
  const { layout, log } = start;
  const file = await findPostmasterFile(layout.cluster);
  if (!file || !(await isPostmasterOf(layout.cluster, file))) return undefined;
  const server = watchServer(file.pid);
  const superuser = { ...start.superuser, port: file.port };
  const isKept = isInPlace(start, file) && (await isCurrent(server, superuser, start));
  if (isKept) {
    await writeSettings(layout, start.runAs);
    await withClient(superuser, (client) => client.query('select pg_reload_conf()'));
    return { server, superuser };
  }
  if (server.hasEnded()) return undefined;
  log.warn(
    { pid: file.pid },
    'Postgres still runs as another version or for another place; it is started anew.',
  );
  await stopServer(server, { log, pgCtl: start.binaries.pgCtl, cluster: layout.cluster });
  return undefined;
}

function isInPlace({ layout }: ServerStart, file: PostmasterFile): boolean {
  if (resolve(file.cluster) !== layout.cluster) return false;
  return layout.socketFolder === undefined || resolve(file.socketFolder) === layout.socketFolder;
}

/** False also when it has ended meanwhile. */
async function isCurrent(server: ServerProcess, superuser: Connection, start: ServerStart): Promise<boolean> {
  if (!(await waitUntilReady(server, superuser, start.log))) return false;
  const version = await withClient(superuser, (client) =>
    client.query<{ server_version: string }>('show server_version'),
  );
  return version.rows[0]?.server_version.split(' ')[0] === start.version;
}
