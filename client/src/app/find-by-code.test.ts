import { expect, test } from 'vitest';
import { findByCode } from './find-by-code.ts';

test.each([
  ['1234 5678 9092', { is: 'paper', code: '123456789092' }],
  ['700000000063', { is: 'place', code: '700000000063' }],
  ['2134 5678 9092', { is: 'swapped', position: 1, suggestion: '123456789092' }],
  ['Ravestein', undefined],
  ['MW-0048213', undefined],
  ['1234', undefined],
])('%s leads to %o', (text, found) => {
  expect(findByCode(text)).toEqual(found);
});

test('a code without a swap that fits asks for a look at the paper', () => {
  expect(findByCode('1234 5678 9093')).toMatchObject({ is: 'wrong' });
});
