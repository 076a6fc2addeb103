import type { BigIntStats } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { FilesHome } from './codes/codes.service.ts';
import type { Config } from './config.ts';
import { openDataFolder } from './platform/data-folder/data-folder.ts';
import { lockDataFolder } from './platform/data-folder/folder-lock.ts';
import type { Connection } from './platform/db/database.ts';
import { startEmbeddedPostgres } from './platform/embedded-postgres/embedded-postgres.ts';
import type { Log } from './platform/log.ts';

/** The database that the settings name, ready to be migrated. */
export interface OpenedDatabase {
  readonly kind: 'embedded' | 'outside';
  readonly owner: Connection;
  readonly application: Connection | undefined;
  /** Where the files lie, by which a copy is known from the original; nothing for an outside server. */
  readonly files: FilesHome;
  /** Tells a second start on the same data folder where the first can be reached. */
  announce(address: string): Promise<void>;
  close(): Promise<void>;
}

/** How often a server that goes away by itself is started again within a minute before we give up. */
const longestRow = 5;
const rowMs = 60_000;

/** Starts the embedded server, or takes the outside one as it is. Throws a StartError. */
export async function openProductDatabase(config: Config, log: Log): Promise<OpenedDatabase> {
  if (config.database) {
    return {
      kind: 'outside',
      ...config.database,
      files: {},
      announce: async () => {},
      close: async () => {},
    };
  }
  const dataFolder = await lockDataFolder(await openDataFolder(config.dataFolder, { log }), { log });
  try {
    const keeper = await keepServer(() => startEmbeddedPostgres({ dataFolder, log }), log);
    return {
      kind: 'embedded',
      owner: keeper.owner,
      application: undefined,
      files: await describeFiles(dataFolder.path),
      announce: (address) => dataFolder.announce(address),
      async close() {
        await keeper.stop();
        await dataFolder.release();
      },
    };
  } catch (error) {
    await dataFolder.release();
    throw error;
  }
}

type Start = () => ReturnType<typeof startEmbeddedPostgres>;

/** Starts the server again when it goes away unasked: nothing acknowledged is lost, and the clerk scans on. */
async function keepServer(start: Start, log: Log) {
  let server = await start();
  let stopped = false;
  let restarts: number[] = [];
  const watch = async (): Promise<void> => {
    await server.gone;
    if (stopped) return;
    const now = Date.now();
    restarts = [...restarts.filter((at) => now - at < rowMs), now];
    if (restarts.length > longestRow) {
      log.error({ restarts: restarts.length }, 'Postgres keeps going away and is not started again');
      return;
    }
    log.error({}, 'Postgres has gone away and is started again');
    try {
      server = await start();
    } catch (error) {
      log.error({ err: error }, 'Postgres could not be started again');
      return;
    }
    if (stopped) return server.stop();
    return watch();
  };
  void watch();
  return {
    owner: server.owner,
    async stop() {
      stopped = true;
      await server.stop();
    },
  };
}

/**
 * This machine, this very folder, and this very file in it that Postgres writes in place for as long as the database
 * lives. A copy elsewhere has other inodes. One that is put where the original was can get the number that has just
 * become free, so that each counts with the moment at which it was made; and when only what is in the folder is
 * replaced, the file is another one.
 */
export async function describeFiles(dataFolder: string): Promise<FilesHome> {
  const cluster = path.join(dataFolder, 'postgres');
  const folder = await stat(cluster, { bigint: true });
  const control = await stat(path.join(cluster, 'global', 'pg_control'), { bigint: true });
  const machine = await readFile('/etc/machine-id', 'utf8').catch(() => '');
  return {
    machine: machine.trim() || os.hostname(),
    folder: `${folder.dev}:${folder.ino}`,
    folderMade: momentMade(folder),
    control: String(control.ino),
    controlMade: momentMade(control),
  };
}

/** In ns; nothing where the file system does not know and the time of the last change stands for it. */
function momentMade({ birthtimeNs, ctimeNs }: BigIntStats): string {
  return birthtimeNs === ctimeNs ? '' : String(birthtimeNs);
}
