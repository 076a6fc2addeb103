import type { Queries } from '../platform/db/database.ts';

export function getOrganisationRow(db: Queries) {
  return db.selectFrom('organisation').select(['name', 'language', 'timeZone']).executeTakeFirstOrThrow();
}

interface OrganisationChange {
  name?: string;
  language?: string;
  timeZone?: string;
}

export async function updateOrganisation(db: Queries, change: OrganisationChange): Promise<void> {
  if (Object.keys(change).length > 0) await db.updateTable('organisation').set(change).execute();
}
