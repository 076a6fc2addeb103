import { expect, test } from 'vitest';
import { getTemplate } from '../../../../shared/labels/templates.ts';
import { slotAfterKey } from './slot-keys.ts';

test('keys go over the sheet as it lies, and stay on it', () => {
  const sheet = getTemplate('a4-2x7');
  const way = (from: number, ...keys: string[]) =>
    keys.reduce((slot, key) => slotAfterKey(sheet, slot, key) ?? Number.NaN, from);
  expect(way(1, 'ArrowDown', 'ArrowRight')).toBe(4);
  expect(way(4, 'ArrowUp', 'ArrowLeft')).toBe(1);
  expect(way(1, 'ArrowUp')).toBe(1);
  expect(way(1, 'ArrowLeft')).toBe(1);
  expect(way(3, 'End')).toBe(14);
  expect(way(14, 'ArrowDown')).toBe(14);
  expect(way(14, 'ArrowRight')).toBe(14);
  expect(way(9, 'Home')).toBe(1);
  expect(slotAfterKey(sheet, 3, 'Enter')).toBeUndefined();
  expect(slotAfterKey(sheet, 3, 'Tab')).toBeUndefined();
});
