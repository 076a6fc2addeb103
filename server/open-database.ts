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
    return { kind: 'outside', ...config.database, announce: async () => {}, close: async () => {} };
  }
  const dataFolder = await lockDataFolder(await openDataFolder(config.dataFolder, { log }), { log });
  try {
    const keeper = await keepServer(() => startEmbeddedPostgres({ dataFolder, log }), log);
    return {
      kind: 'embedded',
      owner: keeper.owner,
      application: undefined,
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
