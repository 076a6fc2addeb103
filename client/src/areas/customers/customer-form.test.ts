import { expect, test } from 'vitest';
import { isDoNotMail, linesOf } from './customer-form.ts';

test('an address has a line for each that was typed, without empty ones', () => {
  expect(linesOf(' Dorpsstraat 1 \r\n\n1234 AB  Oudewaal\n')).toEqual(['Dorpsstraat 1', '1234 AB  Oudewaal']);
  expect(linesOf('  \n ')).toEqual([]);
});

test('only the reasons of the contract keep somebody out of mailings', () => {
  expect(['objection', '', 'yes'].map(isDoNotMail)).toEqual([true, false, false]);
});
