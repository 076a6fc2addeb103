import { expect, test } from 'vitest';
import { capacityIn } from './capacity.ts';

test('a capacity is a whole number, with thousands grouped as people write them', () => {
  expect(capacityIn('500')).toBe(500);
  expect(capacityIn(' 1.000 ')).toBe(1000);
  expect(capacityIn('1,000,000')).toBe(1_000_000);
});

test('empty means that none is set', () => {
  expect(capacityIn('')).toBeNull();
});

test('what is no capacity is told from none', () => {
  expect(capacityIn('0')).toBeUndefined();
  expect(capacityIn('1.5')).toBeUndefined();
  expect(capacityIn('many')).toBeUndefined();
  expect(capacityIn('1000001')).toBeUndefined();
});
