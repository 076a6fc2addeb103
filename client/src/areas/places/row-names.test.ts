import { expect, test } from 'vitest';
import { longestRow, rowNames, shortened } from './row-names.ts';

const row = (prefix: string, from: string, to: string) => rowNames({ prefix, from, to });

test('letters run, numbers run, and noughts in front stay', () => {
  expect(row('Shelf', 'A', 'C')).toEqual({ names: ['Shelf A', 'Shelf B', 'Shelf C'] });
  expect(row('Box', '9', '11')).toEqual({ names: ['Box 9', 'Box 10', 'Box 11'] });
  expect(row('Rack', '08', '10')).toEqual({ names: ['Rack 08', 'Rack 09', 'Rack 10'] });
});

test('both ends are of one sort, in order, and not too far apart', () => {
  expect(row('Box', 'a', '3')).toEqual({ wrong: 'from', why: 'end' });
  expect(row('Box', '1', '')).toEqual({ wrong: 'to', why: 'end' });
  expect(row('Box', 'A', '3')).toEqual({ wrong: 'to', why: 'mixed' });
  expect(row('Box', '5', '3')).toEqual({ wrong: 'to', why: 'backwards' });
  expect(row('Box', '1', String(longestRow + 1))).toEqual({ wrong: 'to', why: 'too-long' });
});

test('a long row is told by its ends', () => {
  expect(shortened(['A', 'B', 'C', 'D'])).toBe('A, B, C, D');
  expect(shortened(['A', 'B', 'C', 'D', 'E'])).toBe('A, B … E');
});
