import type { Request } from 'express';
import { expect, test } from 'vitest';
import { refuseForeignOrigin } from './own-origin.ts';

/** Whether a call with these headers, to this host, is let in. */
function isLetIn(headers: Record<string, string>, host = 'spoor.example', publicOrigin?: string): boolean {
  const request = { host, get: (name: string) => headers[name] } as Request;
  try {
    refuseForeignOrigin(request, publicOrigin);
    return true;
  } catch {
    return false;
  }
}

test('a program sends neither header, and nobody can make it send our cookie', () => {
  expect(isLetIn({})).toBe(true);
});

test.each([
  ['https://spoor.example', 'spoor.example'],
  ['http://spoor.example', 'spoor.example'],
  ['http://127.0.0.1:3000', '127.0.0.1:3000'],
  ['http://[::1]:3000', '[::1]:3000'],
])('our own pages are let in: %s', (origin, host) => {
  expect(isLetIn({ origin }, host)).toBe(true);
  expect(isLetIn({ origin, 'sec-fetch-site': 'same-origin' }, host)).toBe(true);
});

test.each([
  'https://elsewhere.example',
  'https://spoor.example.elsewhere.example',
  'https://elsewhere.example/spoor.example',
  'https://notspoor.example',
  'https://spoor.example:8443',
  'https://spoor.example@elsewhere.example',
  'https://elsewhere.example#spoor.example',
  'null',
  '',
  'spoor.example',
  'file://',
])('others are not: %s', (origin) => {
  expect(isLetIn({ origin })).toBe(false);
  expect(isLetIn({ origin, 'sec-fetch-site': 'same-origin' })).toBe(false);
});

test.each([
  ['same-origin', true],
  ['none', true],
  ['same-site', false],
  ['cross-site', false],
  ['', false],
])('without an origin the browser has to say that it is ours: Sec-Fetch-Site %s', (site, letIn) => {
  expect(isLetIn({ 'sec-fetch-site': site })).toBe(letIn);
});

test('the address that the administrator has named is ours, whatever the proxy asks for; in its own scheme', () => {
  const named = 'https://spoor.example';
  expect(isLetIn({ origin: named }, '10.0.0.5:3000', named)).toBe(true);
  expect(isLetIn({ origin: 'http://spoor.example' }, '10.0.0.5:3000', named)).toBe(false);
  expect(isLetIn({ origin: 'https://elsewhere.example' }, '10.0.0.5:3000', named)).toBe(false);
});
