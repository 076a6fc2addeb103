import { sql } from 'kysely';
import type { Queries } from '../platform/db/database.ts';

export function getOrganisationRow(db: Queries) {
  return db
    .selectFrom('organisation')
    .select(['name', 'language', 'timeZone', 'crmLink', 'addressDays', 'example'])
    .executeTakeFirstOrThrow();
}

/** Also of a database that is older than the mark; undefined where it has not been migrated at all. */
export async function findOfficeRow(db: Queries) {
  const { rows: tables } = await sql`select where to_regclass('organisation') is not null`.execute(db);
  if (tables.length === 0) return undefined;
  const { rows } = await sql<{ example: boolean; named: boolean }>`
    select coalesce((to_jsonb(organisation) ->> 'example')::boolean, false) as example, name is not null as named
      from organisation`.execute(db);
  return rows[0];
}

/** Only what nobody has named yet. Returns whether it was. */
export async function setExampleMark(db: Queries): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('organisation')
    .set({ example: true })
    .where('name', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

interface OrganisationChange {
  name?: string;
  language?: string;
  timeZone?: string;
  crmLink?: string | null;
  addressDays?: number;
}

export async function updateOrganisation(db: Queries, change: OrganisationChange): Promise<void> {
  if (Object.keys(change).length > 0) await db.updateTable('organisation').set(change).execute();
}
