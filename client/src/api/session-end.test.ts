import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { call } from './call.ts';
import { onSessionEnded } from './session-end.ts';

// A page that is kept while its session has ended.

const ended = { type: 'about:blank', title: '', status: 401, code: 'not-signed-in', detail: '' };
let signedIn: boolean;
let asked: string[];
let settle: (again: boolean) => void;
let stop: () => void;

beforeEach(() => {
  signedIn = false;
  asked = [];
  vi.stubGlobal('fetch', (url: string, { method }: RequestInit) => {
    asked.push(`${method} ${url.replace('/api/v1', '')}`);
    return Promise.resolve(
      signedIn ? Response.json({ items: [] }) : Response.json(ended, { status: ended.status }),
    );
  });
  stop = onSessionEnded(() => new Promise((resolve) => (settle = resolve)));
});

afterEach(() => {
  settle(false);
  stop();
  vi.unstubAllGlobals();
});

const aWhile = () => new Promise((resolve) => setTimeout(resolve, 20));
const refused = { problem: { code: 'not-signed-in' } };

test('what was to be read waits for the same person, and is asked for once more by itself', async () => {
  const first = call('get /mailings');
  await aWhile();
  const later = call('get /places');
  await aWhile();
  expect(asked, 'nothing is asked while nobody is known').toEqual(['GET /mailings']);
  signedIn = true;
  settle(true);
  await Promise.all([first, later]);
  expect(asked).toEqual(['GET /mailings', 'GET /mailings', 'GET /places']);
});

test('what changes something is not sent again by itself', async () => {
  const sent = call('delete /sessions').catch((error: unknown) => error);
  expect(await sent).toMatchObject(refused);
  signedIn = true;
  settle(true);
  await aWhile();
  expect(asked).toEqual(['DELETE /sessions']);
});

test('a page that is given up gets nothing that the next person may see', async () => {
  const first = call('get /mailings').catch((error: unknown) => error);
  await aWhile();
  const later = call('get /places').catch((error: unknown) => error);
  signedIn = true;
  settle(false);
  expect(await first).toMatchObject(refused);
  expect(await later).toMatchObject(refused);
  expect(asked).toEqual(['GET /mailings']);
  await call('get /places');
  expect(asked, 'the next page is answered as ever').toEqual(['GET /mailings', 'GET /places']);
});

test('who is signed in can be asked all the while', async () => {
  void call('delete /sessions').catch(() => undefined);
  await aWhile();
  signedIn = true;
  await call('get /session');
  expect(asked).toEqual(['DELETE /sessions', 'GET /session']);
});
