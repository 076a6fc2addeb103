import type { Language } from '../../shared/contracts/fields.ts';
import type { OrganisationSettings, OrganisationView } from '../../shared/contracts/organisation.ts';
import { hasAdministrator, type OpenedSession, setUpAdministrator } from '../accounts/accounts.service.ts';
import type { Context } from '../platform/context.ts';
import type { Queries } from '../platform/db/database.ts';
import type { Origin } from '../platform/http/actor.ts';
import {
  findOfficeRow,
  getOrganisationRow,
  setExampleMark,
  updateOrganisation,
} from './organisation.queries.ts';

export async function getOrganisation(context: Context): Promise<OrganisationView> {
  const { name, language, timeZone, example } = await getOrganisationRow(context.db);
  const setupNeeded = !(await hasAdministrator(context));
  return { name, language: language as Language, timeZone, setupNeeded, example };
}

/** Whose a database is, also one that has not been migrated: `new` is nobody's yet. */
export async function whoseOffice(db: Queries): Promise<'example' | 'real' | 'new'> {
  const row = await findOfficeRow(db);
  if (row?.example) return 'example';
  return row?.named ? 'real' : 'new';
}

/** Marks a new installation as an example office, before anybody has set it up. Throws where somebody has. */
export async function markAsExample(context: Context): Promise<void> {
  if ((await hasAdministrator(context)) || !(await setExampleMark(context.db))) {
    throw new Error('An office that is in use cannot become an example. Nothing was changed.');
  }
}

/** Not for the public: see the contract. */
export async function getSettings(db: Queries): Promise<OrganisationSettings> {
  const { crmLink, addressDays } = await getOrganisationRow(db);
  return { crmLink, addressDays };
}

interface OrganisationChange {
  name?: string | undefined;
  language?: Language | undefined;
  timeZone?: string | undefined;
  crmLink?: string | null | undefined;
  addressDays?: number | undefined;
}

export async function changeOrganisation(
  context: Context,
  change: OrganisationChange,
): Promise<OrganisationView & OrganisationSettings> {
  const { name, language, timeZone, crmLink, addressDays } = change;
  await updateOrganisation(context.db, {
    ...(name === undefined ? {} : { name }),
    ...(language === undefined ? {} : { language }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(crmLink === undefined ? {} : { crmLink }),
    ...(addressDays === undefined ? {} : { addressDays }),
  });
  return { ...(await getOrganisation(context)), ...(await getSettings(context.db)) };
}

interface SetUp {
  token: string;
  organisation: { name: string; language: Language; timeZone: string };
  administrator: { email: string; name: string; password: string };
}

/** The first visitor's set-up: organisation and administrator in one transaction, all or nothing. */
export function setUp(context: Context, asked: SetUp, origin: Origin): Promise<OpenedSession> {
  const { token, administrator: account, organisation } = asked;
  return setUpAdministrator(context, { token, account }, origin, (tx) =>
    updateOrganisation(tx, organisation),
  );
}
