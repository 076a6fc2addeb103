import { expect, test } from 'vitest';
import type { KeyPoint } from '../../shared/process/document-type.ts';
import { mergeKeyPoints } from './key-points.rules.ts';

const label = { en: 'Point', nl: 'Punt' };
const points: KeyPoint[] = (['number', 'amount', 'date', 'code', 'text'] as const).map((type) => ({
  name: type,
  label,
  type,
}));

test('what is given is filled in, null empties, and what is not given stays', () => {
  const present = { number: 3, text: 'garden meter' };
  const { values, errors } = mergeKeyPoints(points, present, {
    amount: 38.5,
    date: '2027-04-01',
    text: null,
  });
  expect(errors).toEqual([]);
  expect(values).toEqual({ number: 3, amount: 38.5, date: '2027-04-01' });
  expect(present).toEqual({ number: 3, text: 'garden meter' });
});

test.each([
  ['number', 'three'],
  ['number', Number.NaN],
  ['amount', 38.505],
  ['amount', 1e13],
  ['date', '2027-02-30'],
  ['date', '1 April'],
  ['code', '1234'],
  ['text', '   '],
  ['colour', 'blue'],
])('%s is not filled in with %s, and the field is named', (name, value) => {
  const { errors } = mergeKeyPoints(points, {}, { [name]: value });
  expect(errors).toMatchObject([{ field: name, code: 'key-point-wrong' }]);
});
