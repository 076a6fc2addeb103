import { expect, test } from 'vitest';
import { isFull } from './capacity.ts';

test('a place without a capacity is never full', () => {
  expect(isFull({ capacity: null, direct: 1_000_000 })).toBe(false);
});

test('a place is full when its capacity is reached, and stays so when more lies in it', () => {
  expect([1, 2, 3].map((direct) => isFull({ capacity: 2, direct }))).toEqual([false, true, true]);
});

test('so many fit as there is room for', () => {
  expect([3, 4].map((more) => isFull({ capacity: 8, direct: 5 }, more))).toEqual([false, true]);
});
