import { expect, test } from 'vitest';
import { filterOf, searchOf } from './paper-filter.ts';

const asked = (search: string) => filterOf(new URLSearchParams(search));

test('the address says which papers are meant', () => {
  expect(asked('only=overdue')).toEqual({ only: 'overdue' });
  expect(asked('variable=answer&value=8')).toEqual({ variable: 'answer', value: 8 });
  expect(asked('')).toEqual({});
});

test('what cannot be asked is left out', () => {
  expect(asked('only=lost')).toEqual({});
  expect(asked('variable=answer&value=yes')).toEqual({});
  expect(asked('variable=answer')).toEqual({});
  expect(asked('value=1')).toEqual({});
});

test('a filter becomes the address that asks for it', () => {
  expect(searchOf({ variable: 'answer', value: 0 })).toBe('?variable=answer&value=0');
  expect(searchOf({ only: 'not-mailed' })).toBe('?only=not-mailed');
  expect(searchOf({})).toBe('');
});
