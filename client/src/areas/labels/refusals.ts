import type { Problem } from '../../../../shared/errors.ts';

/** What labels are refused for beside what everything is, in words of their own under `refused.` in the texts. */
const known = [
  'run-number-unknown',
  'papers-cancelled',
  'none-there',
  'too-many-labels',
  'label-too-small',
] as const;

export function refusalKey({ errors = [] }: Problem): (typeof known)[number] | undefined {
  return known.find((code) => errors.some((error) => error.code === code));
}
