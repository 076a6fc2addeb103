import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { Connection } from '../../server/platform/db/database.ts';
import { dumpSchema } from './dump-schema.ts';
import { generateTableTypes } from './table-types.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where the two descriptions of the schema are kept, relative to the root. */
export const schemaFile = 'migrations/schema.sql';
export const tableTypesFile = 'server/platform/db/tables.generated.ts';
export const migrationsFolder = fileURLToPath(new URL('../../migrations/', import.meta.url));

export function inRepository(file: string): string {
  return `${root}${file}`;
}

/** What both files have to say about a migrated database: file → text. */
export async function describeDatabase(owner: Connection): Promise<Record<string, string>> {
  const pool = new pg.Pool({ ...owner, max: 1 });
  const client = new pg.Client(owner);
  try {
    await client.connect();
    return { [schemaFile]: await dumpSchema(client), [tableTypesFile]: await generateTableTypes(pool) };
  } finally {
    await client.end();
    await pool.end();
  }
}
