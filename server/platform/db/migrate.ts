import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runMigrations } from 'graphile-worker';
import { Kysely, PostgresDialect } from 'kysely';
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration';
import pg from 'pg';
import { StartError } from '../start-error.ts';
import {
  applicationConnection,
  grantPrivileges,
  grantQueue,
  makeApplicationRole,
} from './application-role.ts';
import { type Connection, guardPool } from './database.ts';

const folder = fileURLToPath(new URL('../../../migrations/', import.meta.url));
const oldestPostgres = 18;
/** Any number that nobody else locks; one migrator at a time, however many processes start. */
const lockKey = 7_160_231;

/** The names of all migrations that this version of the product knows, oldest first. */
export async function listMigrations(): Promise<string[]> {
  const files = await readdir(folder);
  return files
    .filter((file) => /^\d{4}-.*\.ts$/.test(file))
    .map((file) => file.slice(0, -3))
    .sort();
}

const provider: MigrationProvider = {
  async getMigrations() {
    const migrations: Record<string, Migration> = {};
    for (const name of await listMigrations()) {
      migrations[name] = await import(pathToFileURL(path.join(folder, `${name}.ts`)).href);
    }
    return migrations;
  },
};

export interface MigrateSettings {
  owner: Connection;
  /** Named by the administrator; otherwise made by us beside the owner. */
  application?: Connection | undefined;
}

/**
 * Brings the database to this version: roles, tables, the queue's own tables, privileges. Safe to call from
 * several processes at once and to be killed at any moment. Returns how the application reaches the database.
 * Throws a StartError where the server is too old, the database is newer than the product, or roles are missing.
 */
export async function migrateDatabase({ owner, application }: MigrateSettings): Promise<Connection> {
  const pool = new pg.Pool({
    ...owner,
    max: 3,
    application_name: 'spoor migrate',
    connectionTimeoutMillis: 10_000,
  });
  // What was lost is told by the query that needed it.
  guardPool(pool, () => {});
  const client = await pool.connect().catch((error: unknown) => {
    throw explainUnreachable('DATABASE_URL', error);
  });
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await refuseOldServer(client);
    const app = application ?? applicationConnection(owner);
    if (application) await requireReachable(application);
    else await makeApplicationRole(client, app);
    await migrateTables(pool);
    await runMigrations({ pgPool: pool });
    await inTransaction(client, async () => {
      await grantPrivileges(client, app.user);
      await grantQueue(client, app.user);
    });
    return app;
  } finally {
    // Ending the connection frees the lock, also where the server has gone meanwhile.
    client.release(true);
    await pool.end();
  }
}

/** The application's role as the administrator named it, before anything is changed. */
async function requireReachable(application: Connection): Promise<void> {
  const client = new pg.Client({ ...application, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    throw explainUnreachable('SPOOR_APP_DATABASE_URL', error);
  } finally {
    await client.end().catch(() => {});
  }
}

function explainUnreachable(setting: string, error: unknown): StartError {
  const { code, message } = error as { code?: string; message?: string };
  const reason = [code, message].filter(Boolean).join(': ');
  return new StartError(
    'database-unreachable',
    `The database named by ${setting} cannot be reached (${reason}). Check the address, name and password, and that the server runs. Nothing was changed.`,
    { cause: error },
  );
}

async function migrateTables(pool: pg.Pool): Promise<void> {
  // The pool belongs to the caller: this Kysely is not destroyed, so that the pool is not ended with it.
  const migrator = new Migrator({ db: new Kysely({ dialect: new PostgresDialect({ pool }) }), provider });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  if (error instanceof Error && /previously executed migration .* is missing/.test(error.message)) {
    throw new StartError(
      'database-newer',
      'The database was last used by a newer version of Spoor. Start that version, or restore a back-up made before the update. Nothing was changed.',
    );
  }
  const failed = results?.find((result) => result.status === 'Error');
  throw new Error(`migration ${failed?.migrationName ?? '?'} failed; the database is as it was`, {
    cause: error,
  });
}

async function refuseOldServer(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int / 10000 as version`,
  );
  const version = rows[0]?.version ?? 0;
  if (version >= oldestPostgres) return;
  throw new StartError(
    'postgres-too-old',
    `Spoor needs Postgres ${oldestPostgres} or newer; the server named by DATABASE_URL is version ${version}. Nothing was changed.`,
  );
}

async function inTransaction(client: pg.ClientBase, work: () => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    await work();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
