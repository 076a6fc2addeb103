import { type Kysely, sql } from 'kysely';

/**
 * A place that was taken away keeps its row, so that what lay in it once can still say where that was. Its name is free
 * for others.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table places add column removed_at timestamptz`.execute(db);
  await sql`drop index places_name_key`.execute(db);
  await sql`
    create unique index places_name_key on places (parent, lower(name)) nulls not distinct
     where removed_at is null`.execute(db);
  await sql`drop index places_by_name`.execute(db);
  await sql`create index places_by_name on places (sort_name, code) where removed_at is null`.execute(db);
  await sql`drop index places_by_number`.execute(db);
  await sql`
    create index places_by_number on places
      (kind, (substring(name from ' ([0-9]{1,9})$')::integer) desc nulls last) where removed_at is null`.execute(
    db,
  );
}
