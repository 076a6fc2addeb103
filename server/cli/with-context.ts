import type { FilesHome } from '../codes/codes.service.ts';
import { type Config, readConfig } from '../config.ts';
import { describeFiles, openProductDatabase } from '../open-database.ts';
import { systemClock } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';
import { findDataFolder } from '../platform/data-folder/data-folder.ts';
import { findHeldLock } from '../platform/data-folder/folder-lock.ts';
import { type Connection, openDatabase, openPool } from '../platform/db/database.ts';
import { migrateDatabase } from '../platform/db/migrate.ts';
import { connectEmbeddedPostgres } from '../platform/embedded-postgres/embedded-postgres.ts';
import { JobQueue } from '../platform/jobs/job-queue.ts';
import { type Log, openLog } from '../platform/log.ts';
import { prepareAreas } from '../prepare-areas.ts';
import { productVersion } from '../product.ts';

interface Reached {
  kind: 'embedded' | 'outside';
  owner: Connection;
  application: Connection | undefined;
  files: FilesHome;
  /** Where the running product can be reached, as far as it is known. */
  url: string;
  close(): Promise<void>;
}

/**
 * Gives a command the database of this installation: beside the running product where it runs, otherwise started
 * for this command and stopped after it. The database is migrated first, as at a start of the product.
 */
export async function withContext<T>(
  work: (context: Context, url: string, files: FilesHome) => Promise<T>,
): Promise<T> {
  const config = readConfig(process.env);
  // A command's output is its answer; only what goes wrong is told beside it.
  const log = openLog('warn');
  const reached = await reach(config, log);
  try {
    const application = await migrateDatabase(reached);
    const pool = openPool({ connection: application, size: 4, name: 'spoor command line', log });
    const context: Context = {
      db: openDatabase(pool),
      clock: systemClock,
      log,
      jobs: new JobQueue(systemClock),
      product: { version: productVersion, database: reached.kind },
    };
    await prepareAreas(context, reached.files);
    return await work(context, reached.url, reached.files).finally(() => pool.end());
  } finally {
    await reached.close();
  }
}

async function reach(config: Config, log: Log): Promise<Reached> {
  const url = config.publicOrigin ?? `${config.tls ? 'https' : 'http'}://${config.host}:${config.port}`;
  const folder = config.database ? undefined : await findDataFolder(config.dataFolder);
  const running = folder && (await findHeldLock(folder));
  const owner = folder && running && (await connectEmbeddedPostgres({ dataFolder: folder }));
  if (owner) {
    return {
      kind: 'embedded',
      files: await describeFiles(folder.path),
      owner,
      application: undefined,
      url: running?.address ?? url,
      close: async () => {},
    };
  }
  return { ...(await openProductDatabase(config, log)), url };
}
