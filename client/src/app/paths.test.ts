import { expect, test } from 'vitest';
import { safeReturnPath, signInPath } from './paths.ts';

const origin = 'https://spoor.example.org';

test.each([
  ['/people?query=jan#top', '/people?query=jan#top'],
  ['/', '/'],
  [null, '/'],
  ['', '/'],
  ['people', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['/.//evil.example', '/'],
  ['https://evil.example/', '/'],
  ['javascript:alert(1)', '/'],
  ['/sign-in', '/'],
])('after signing in, %s leads to %s', (wanted, expected) => {
  expect(safeReturnPath(wanted, origin)).toBe(expected);
});

test('the start page needs no way back', () => {
  expect(signInPath('/')).toBe('/sign-in');
  expect(signInPath('/people?query=a b')).toBe('/sign-in?back=%2Fpeople%3Fquery%3Da%20b');
});
