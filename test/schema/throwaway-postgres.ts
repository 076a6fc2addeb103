import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataFolder } from '../../server/platform/data-folder/data-folder.ts';
import { lockDataFolder } from '../../server/platform/data-folder/folder-lock.ts';
import type { StartLog } from '../../server/platform/data-folder/start-log.ts';
import type { Connection } from '../../server/platform/db/database.ts';
import { startEmbeddedPostgres } from '../../server/platform/embedded-postgres/embedded-postgres.ts';

const log: StartLog = {
  info: () => {},
  warn: (_, message) => console.error(message),
  error: (_, message) => console.error(message),
};

interface ThrowawayPostgres {
  owner: Connection;
  /** Stops it and deletes its folder. */
  throwAway(): Promise<void>;
}

/** A Postgres of its own with an empty database, whose owner may make others. Nothing remains of it. */
export async function startThrowawayPostgres(): Promise<ThrowawayPostgres> {
  const path = await mkdtemp(join(tmpdir(), 'spoor-schema-'));
  const dataFolder = await lockDataFolder(await openDataFolder(path, { log }), { log });
  const removeFolder = async () => {
    await dataFolder.release();
    await rm(path, { recursive: true, force: true });
  };
  try {
    const { owner, stop } = await startEmbeddedPostgres({ dataFolder, log, allowCreateDatabase: true });
    return { owner, throwAway: () => stop().finally(removeFolder) };
  } catch (error) {
    await removeFolder();
    throw error;
  }
}
