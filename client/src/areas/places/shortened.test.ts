import { expect, test } from 'vitest';
import { shortened } from './shortened.ts';

test('a long row is told by its ends', () => {
  expect(shortened(['A', 'B', 'C', 'D'])).toBe('A, B, C, D');
  expect(shortened(['A', 'B', 'C', 'D', 'E'])).toBe('A, B … E');
});
