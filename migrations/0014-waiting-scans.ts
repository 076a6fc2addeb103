import { type Kysely, sql } from 'kysely';

/** A paper is asked whether a scan of it waits for a person, whenever it is shown. Few wait at a time, so this stays small. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index scan_exceptions_waiting on scan_exceptions (code) where settled_at is null`.execute(
    db,
  );
}
