import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { beginCall, forgetBegun, takeBegun } from './begun.ts';

beforeEach(() => {
  vi.stubGlobal('fetch', (address: string) => Promise.resolve(new Response(address)));
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('what was begun is taken once, and in the language that is wanted', async () => {
  vi.spyOn(performance, 'now').mockReturnValue(200);
  beginCall('/api/v1/session', 'nl').catch(() => undefined);
  expect(await (await takeBegun('/api/v1/session', 'nl'))?.text()).toBe('/api/v1/session');
  expect(takeBegun('/api/v1/session', 'nl')).toBeUndefined();
  beginCall('/api/v1/session', 'nl').catch(() => undefined);
  expect(takeBegun('/api/v1/session', 'en')).toBeUndefined();
});

test('an answer that nobody took at once is asked for anew later', () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(200);
  beginCall('/api/v1/mailings', 'en').catch(() => undefined);
  now.mockReturnValue(60_000);
  expect(takeBegun('/api/v1/mailings', 'en')).toBeUndefined();
});

test('what was asked for one person is gone when another signs in', () => {
  vi.spyOn(performance, 'now').mockReturnValue(200);
  beginCall('/api/v1/customers/1/dossier', 'en').catch(() => undefined);
  forgetBegun();
  expect(takeBegun('/api/v1/customers/1/dossier', 'en')).toBeUndefined();
});
