import type pg from 'pg';
import { dumpGrants } from './grants.ts';
import { dumpRoutines } from './routines.ts';
import { dumpTables } from './tables.ts';
import { dumpTypes } from './types.ts';

const header = `-- The schema \`public\` after all migrations, for reading and for reviews: what a change does to it is seen here.
-- Made by \`npm run schema\` out of the database's catalogues; not for running. ":app" is the application role.`;

/**
 * The schema \`public\` as text, the same for the same schema: everything sorted by name, columns in their order.
 * Owners are left out, and what belongs to an extension too. Not inside a transaction.
 */
export async function dumpSchema(db: pg.Client): Promise<string> {
  // One snapshot, and settings under which Postgres writes names without schema and times alike.
  await db.query('begin isolation level repeatable read read only');
  try {
    await db.query(`set local search_path = public; set local timezone = 'UTC'`);
    const parts = [await dumpTypes(db), await dumpRoutines(db), await dumpTables(db), await dumpGrants(db)];
    return `${[header, ...parts.flat()].join('\n\n')}\n`;
  } finally {
    await db.query('rollback');
  }
}
