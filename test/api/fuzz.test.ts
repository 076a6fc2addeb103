import http from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chance, makeChance } from '../../server/example/chance.ts';
import { openLog } from '../../server/platform/log.ts';
import type { Endpoint } from '../../shared/contracts/endpoint.ts';
import { endpoints } from '../../shared/contracts/index.ts';
import { freshCookie, signedInWithAllRoles, withKey } from '../support/people.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

const count = 3_000;
const everything = 'mailroom-crm-campaign-records-privacy-admin@example.org';

let app: TestApp;
let authorization: string;
let id: string;
let logged = '';

beforeAll(async () => {
  app = await startTestApp({
    log: openLog('error', {
      write(line) {
        logged += line;
      },
    }),
  });
  const all = await signedInWithAllRoles(app);
  const made = await withKey(app, all);
  authorization = `Bearer ${made.key}`;
  id = made.id;
});

afterAll(() => app.stop());

const words = [
  '',
  ' ',
  '\0',
  'null',
  'a@example.org',
  everything,
  '\ud800',
  '🥕'.repeat(70),
  "'; drop table users; --",
  '{}',
  '%s%n',
  '../../etc/passwd',
  '\u202e',
  'İSTANBUL',
  'x'.repeat(3_000),
  '2027-03-09T10:00:00Z',
  '-1',
  '1e308',
  'Europe/Amsterdam',
  'nl',
  'admin',
  'accounts.read',
  '__proto__',
  '\r\nSet-Cookie: a=b',
  '<script>',
  '0199a0e0-0000-7000-8000-000000000000',
];
const names = [
  'email',
  'name',
  'roles',
  'password',
  'language',
  'active',
  'current',
  'token',
  'scopes',
  'expiresAt',
  'timeZone',
  'organisation',
  'administrator',
  '__proto__',
  'constructor',
  'toString',
  '',
  'x',
];

function anyValue(chance: Chance, depth = 0): unknown {
  const kind = chance.below(depth > 3 ? 6 : 8);
  if (kind < 3) return chance.pick(words);
  if (kind === 3) return chance.pick([0, -1, 1.5, 1e300, 2 ** 53, -0]);
  if (kind === 4) return chance.pick([true, false, null]);
  if (kind === 5) return chance.pick([['admin'], ['mailroom', 'mailroom'], []]);
  if (kind === 6) return Array.from({ length: chance.below(4) }, () => anyValue(chance, depth + 1));
  return anyObject(chance, depth + 1);
}

function anyObject(chance: Chance, depth = 0): object {
  const pairs = Array.from({ length: chance.below(7) }, () => [chance.pick(names), anyValue(chance, depth)]);
  return Object.fromEntries(pairs);
}

function anyBody(chance: Chance): string {
  const text = JSON.stringify(chance.oneIn(5) ? anyValue(chance) : anyObject(chance));
  if (chance.oneIn(8)) return text.slice(0, chance.below(text.length + 1));
  if (chance.oneIn(12)) return text.replace(/"/g, () => (chance.oneIn(6) ? '' : '"'));
  return text;
}

function anyPath({ path }: Endpoint, chance: Chance): string {
  const filled = path.replaceAll(/\{\w+\}/g, () =>
    chance.oneIn(3) ? id : encodeURIComponent(chance.pick(words).toWellFormed()).slice(0, 300),
  );
  const broken = chance.oneIn(15)
    ? filled + chance.pick(['/', '%', '%00', '//', '/..', ';a=b', '%2f'])
    : filled;
  const keys = [
    'limit',
    'cursor',
    'query',
    'user',
    'action',
    'subject',
    'from',
    'to',
    'state',
    'x[y]',
    'limit[]',
  ];
  const value = () => encodeURIComponent(chance.pick(words).toWellFormed()).slice(0, 500);
  const query = Array.from({ length: chance.below(4) }, () => `${chance.pick(keys)}=${value()}`);
  return `/api/v1${broken}${query.length > 0 ? `?${query.join('&')}` : ''}`;
}

const types = [
  'application/json',
  'application/json; charset=utf-8',
  'application/merge-patch+json',
  'text/html',
  'x',
  '',
];

function anyHeaders(chance: Chance, cookie: string, length: number | undefined): Record<string, string> {
  const who = chance.below(6);
  return {
    ...(who < 4 ? { cookie, origin: app.url } : who === 4 ? { authorization } : {}),
    ...(length === undefined ? {} : { 'content-length': String(length) }),
    'content-type': chance.oneIn(6) ? chance.pick(types) : 'application/json',
    ...(chance.oneIn(10)
      ? { [chance.pick(['user-agent', 'origin', 'accept', 'x-forwarded-for'])]: 'é\u00ff<>"' }
      : {}),
    ...(chance.oneIn(20) ? { 'accept-encoding': chance.pick(['gzip', 'br', '*;q=0', 'x']) } : {}),
  };
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 4 });

function send(method: string, path: string, headers: Record<string, string>, body: string | undefined) {
  const { hostname, port } = new URL(app.url);
  return new Promise<{ status: number; type: string }>((resolve, reject) => {
    const call = http.request({ hostname, port, method, path, headers, agent }, (response) => {
      response
        .resume()
        .on('end', () =>
          resolve({ status: response.statusCode ?? 0, type: String(response.headers['content-type'] ?? '') }),
        );
    });
    call.setTimeout(10_000, () => call.destroy(new Error('no answer within 10 seconds')));
    call.on('error', reject).end(body);
  });
}

test(`${count} requests that are wrong in many ways: no failure of ours, no silence, never a page`, {
  timeout: 120_000,
}, async () => {
  const chance = makeChance(20_270_309);
  let cookie = await freshCookie(app, everything);
  const seen = new Map<number, number>();
  for (let n = 0; n < count; n += 1) {
    // Passwords that are guessed wrong would soon be answered with 429 alone.
    if (n % 40 === 0) app.clock.advance({ minutes: 16 });
    const endpoint = endpoints[n % endpoints.length] as Endpoint;
    const method = chance.oneIn(25)
      ? chance.pick(['PUT', 'OPTIONS', 'HEAD', 'PATCH'])
      : endpoint.method.toUpperCase();
    const path = anyPath(endpoint, chance);
    const body = endpoint.body || chance.oneIn(20) ? anyBody(chance) : undefined;
    const headers = anyHeaders(chance, cookie, body === undefined ? undefined : Buffer.byteLength(body));
    const { status, type } = await send(method, path, headers, body);
    const what = `${n}: ${method} ${path} ${body}\n${logged}`;
    expect(status, what).toBeLessThan(500);
    if (status >= 400) expect(type, what).toMatch(/^application\/problem\+json/);
    seen.set(status, (seen.get(status) ?? 0) + 1);
    if (endpoint.path === '/session' || n % 200 === 0) cookie = await freshCookie(app, everything);
  }
  agent.destroy();
  expect([...seen.keys()]).toEqual(expect.arrayContaining([200, 400, 401, 404, 415]));
  expect(logged).toBe('');
});
