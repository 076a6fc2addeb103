import { expect, test } from 'vitest';
import { rangeOf } from './papers-choice.ts';

test('a small mailing is one part, a large one is in parts that leave none out', () => {
  expect(rangeOf({ which: 'part-0', run: '' }, 500)).toEqual({ from: 1, to: 500 });
  expect(rangeOf({ which: 'part-0', run: '' }, 50_000)).toEqual({ from: 1, to: 50_000 });
  expect(rangeOf({ which: 'part-1', run: '' }, 50_001)).toEqual({ from: 50_001, to: 50_001 });
});

test('one label is asked for by a run number that the mailing has', () => {
  expect(rangeOf({ which: 'one', run: ' 17 ' }, 500)).toEqual({ from: 17, to: 17 });
  for (const run of ['', '0', '501', '1.5', 'x']) expect(rangeOf({ which: 'one', run }, 500)).toBeUndefined();
});
