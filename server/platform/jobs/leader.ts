import { sql } from 'kysely';
import type { Queries } from '../db/database.ts';

/** Any number that nobody else locks: who holds it runs the jobs of this database. */
export const leaderKey = 7_160_232;

/** Whether some process runs the jobs at this moment. */
export async function isWorkLed(db: Queries): Promise<boolean> {
  const { rows } = await sql<{ led: boolean }>`
    select exists (
      select from pg_locks
       where locktype = 'advisory' and granted and classid = 0 and objid = ${leaderKey}
         and database = (select oid from pg_database where datname = current_database())) as led`.execute(db);
  return rows[0]?.led ?? false;
}
