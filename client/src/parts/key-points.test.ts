import { expect, test } from 'vitest';
import { readKeyPoint } from './key-points.ts';

test.each([
  ['amount', '38.50', 38.5],
  ['amount', '€ 38,50', 38.5],
  ['amount', '1.200,50', 1200.5],
  ['amount', '1,200', 1200],
  ['amount', '-12', -12],
  ['number', '12', 12],
  ['number', 'twelve', undefined],
  ['amount', '12 a month', undefined],
  ['date', '2027-04-01', '2027-04-01'],
  ['text', ' Kadehuis ', 'Kadehuis'],
  ['text', '  ', null],
  ['amount', '', null],
] as const)('a %s typed as "%s" is %s', (type, typed, value) => {
  expect(readKeyPoint(type, typed)).toBe(value);
});
