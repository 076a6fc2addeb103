import { expect, test } from 'vitest';
import type { Code } from '../../../shared/codes/code.ts';
import { practiceCode } from '../../../shared/codes/practice-code.ts';
import { findByCode, pathOfCode } from './find-by-code.ts';

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

test.each([
  ['123456789092' as Code, 'documents.read', '/documents/123456789092'],
  ['123456789092' as Code, 'places.read', undefined],
  ['700000000063' as Code, 'places.read', '/places/700000000063'],
  ['700000000063' as Code, 'documents.read', undefined],
  [practiceCode, 'dossiers.read', '/practice'],
])('the page of %s for somebody with %s is %s', (code, held, path) => {
  expect(pathOfCode(code, (permission) => permission === held)).toBe(path);
});
