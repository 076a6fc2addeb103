import { expect, test } from 'vitest';
import { longestRow, rowNames } from './row-names.ts';

const row = (prefix: string, from: string, to: string) => rowNames({ prefix, from, to });

test('letters run, numbers run, both ends included, and noughts in front stay', () => {
  expect(row('Shelf', 'A', 'C')).toEqual({ names: ['Shelf A', 'Shelf B', 'Shelf C'] });
  expect(row('Box', '9', '11')).toEqual({ names: ['Box 9', 'Box 10', 'Box 11'] });
  expect(row('Rack', '08', '10')).toEqual({ names: ['Rack 08', 'Rack 09', 'Rack 10'] });
  expect(row('Rack', '0', '1')).toEqual({ names: ['Rack 0', 'Rack 1'] });
  expect(row('Box', '1', String(longestRow))).toMatchObject({ names: { length: longestRow } });
});

test('both ends are of one sort, in order, and not too far apart', () => {
  expect(row('Box', 'a', '3')).toEqual({ wrong: 'from', why: 'end' });
  expect(row('Box', '1', '')).toEqual({ wrong: 'to', why: 'end' });
  expect(row('Box', 'A', '3')).toEqual({ wrong: 'to', why: 'mixed' });
  expect(row('Box', '1', 'A')).toEqual({ wrong: 'to', why: 'mixed' });
  expect(row('Box', '5', '3')).toEqual({ wrong: 'to', why: 'backwards' });
  const count = longestRow + 1;
  expect(row('Box', '1', String(count))).toEqual({ wrong: 'to', why: 'too-long', count });
});
