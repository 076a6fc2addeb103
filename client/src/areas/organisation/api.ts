import { queryOptions } from '@tanstack/react-query';
import { call } from '../../api/call.ts';

// The contracts come with zod; they load with the first form, not with the page around it.
const contracts = () =>
  import('../../../../shared/contracts/organisation.ts').then((module) => module.organisation);

export const schemas = {
  setUp: () => contracts().then(({ setUp }) => setUp.body),
};

/** All time zones that this browser knows, and UTC, which some leave out. */
export function timeZones(): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return known.includes('UTC') ? known : [...known, 'UTC'];
}

/** What only those see who may change it. Not under `organisation`: that stays on this device after signing out. */
export const settingsQuery = queryOptions({
  queryKey: ['organisation-settings'],
  queryFn: () => call('get /organisation/settings'),
});
