import type { Queries } from '../platform/db/database.ts';

export function getOrganisationRow(db: Queries) {
  return db
    .selectFrom('organisation')
    .select(['name', 'language', 'timeZone', 'crmLink', 'addressDays'])
    .executeTakeFirstOrThrow();
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
