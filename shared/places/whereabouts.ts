/** Where a paper can be, apart from the contracts so that screens know it without their schemas. In the order of the numbers that the database keeps. */
export const whereaboutsStates = [
  'not-yet-mailed',
  'sent',
  'received',
  'placed',
  'lent',
  'handed-over',
  'given-away',
  'unknown',
  'void',
  'destroyed',
] as const;
export type Whereabouts = (typeof whereaboutsStates)[number];
