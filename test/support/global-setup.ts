import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDataFolder } from '../../server/platform/data-folder/data-folder.ts';
import { lockDataFolder } from '../../server/platform/data-folder/folder-lock.ts';
import type { Connection } from '../../server/platform/db/database.ts';
import { migrateDatabase } from '../../server/platform/db/migrate.ts';
import { startEmbeddedPostgres } from '../../server/platform/embedded-postgres/embedded-postgres.ts';
import { silentLog } from '../../server/platform/log.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The owner's connection to the test server; each test file makes a database of its own there. */
    testServer: Connection;
  }
}

/** The database that each test file gets a copy of: migrated once, never used itself. */
export const templateName = 'spoor_template';

/** One real Postgres for a whole run, on a folder that goes with it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'spoor-test-'));
  const dataFolder = await lockDataFolder(await openDataFolder(folder, { log: silentLog }), {
    log: silentLog,
  });
  const server = await startEmbeddedPostgres({ dataFolder, log: silentLog, allowCreateDatabase: true });
  const owner: Connection = { ...server.owner };
  const client = new pg.Client(owner);
  await client.connect();
  await client.query(`create database ${templateName}`);
  await client.end();
  await migrateDatabase({ owner: { ...owner, database: templateName } });
  project.provide('testServer', owner);
  return async () => {
    await server.stop();
    await dataFolder.release();
    await rm(folder, { recursive: true, force: true });
  };
}
