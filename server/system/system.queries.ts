import { sql } from 'kysely';
import type { Queries } from '../platform/db/database.ts';

export async function getPostgresVersion(db: Queries): Promise<string> {
  const { rows } = await sql<{
    version: string;
  }>`select current_setting('server_version') as version`.execute(db);
  return rows[0]?.version.split(' ')[0] ?? '';
}

/** Names of the migrations that the database has. */
export async function listAppliedMigrations(db: Queries): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map((row) => row.name);
}

/** Events in the default partition: nobody made the month's own in time, and the table grows slow. */
export async function hasStrayEvents(db: Queries): Promise<boolean> {
  const { rows } = await sql<{ stray: boolean }>`select has_stray_events() as stray`.execute(db);
  return rows[0]?.stray ?? false;
}
