// The contracts come with zod; they load with the first form, not with the page around it.
const contracts = () =>
  import('../../../../shared/contracts/organisation.ts').then((module) => module.organisation);

export const schemas = {
  change: () => contracts().then(({ change }) => change.body),
  setUp: () => contracts().then(({ setUp }) => setUp.body),
};

/** All time zones that this browser knows, and UTC, which some leave out. */
export function timeZones(): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return known.includes('UTC') ? known : [...known, 'UTC'];
}
