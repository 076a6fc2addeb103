import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { longest, orderLongestFirst } from './longest-first.ts';

test('the longest files come first within their project, and all else stays as it was', () => {
  const files = [
    ['whole', 'test/whole/product.test.ts'],
    ['whole', 'test/whole/crashes.test.ts'],
    ['whole', 'test/whole/example.test.ts'],
    ['browser', 'test/browser/scanning.test.ts'],
    ['browser', 'test/browser/screens-desk.test.ts'],
  ] as const;
  const ordered = orderLongestFirst(files, ([project, path]) => ({ project, path }));
  expect(ordered.map(([, path]) => path.slice('test/'.length))).toEqual([
    'whole/example.test.ts',
    'whole/crashes.test.ts',
    'whole/product.test.ts',
    'browser/screens-desk.test.ts',
    'browser/scanning.test.ts',
  ]);
});

test('each of them is there', () => {
  const root = join(import.meta.dirname, '../..');
  expect(longest.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
