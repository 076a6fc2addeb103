import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Permission } from '../../shared/permissions.ts';
import { ApiClient, problemOf } from '../support/api-client.ts';
import { addPerson, signedInWithAllRoles, withKey } from '../support/people.ts';
import { startTestApp, type TestApp, testPassword } from '../support/test-app.ts';

let app: TestApp;
let all: ApiClient;

beforeAll(async () => {
  app = await startTestApp();
  all = await signedInWithAllRoles(app);
});

afterAll(() => app.stop());

interface Key {
  id: string;
  key: string;
  prefix: string;
  scopes: Permission[];
  expiresAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
}

const make = (body: object, by = all) => by.post<Key>('/api-keys', { name: 'A key', scopes: [], ...body });
const find = async (id: string) =>
  (await all.get<{ items: Key[] }>('/api-keys?limit=200')).body.items.find((key) => key.id === id)!;
const codeOf = (answer: Parameters<typeof problemOf>[0]) => problemOf(answer).code;
const from = (key: string) => new ApiClient(app.url, { authorization: `Bearer ${key}` });

test('a key has a prefix by which it is known, and is shown this once', async () => {
  const { status, body } = await make({ scopes: ['accounts.read', 'accounts.read'] });
  expect(status).toBe(201);
  expect(body.key).toMatch(new RegExp(`^spoor_${body.prefix}_[\\w-]{43}$`));
  expect(body).toMatchObject({ scopes: ['accounts.read'], lastUsedAt: null, revokedAt: null, name: 'A key' });
  const list = await all.get('/api-keys');
  expect(JSON.stringify(list.body)).toContain(body.prefix);
  expect(JSON.stringify(list.body)).not.toContain(body.key.slice(15));
  expect(await find(body.id)).not.toHaveProperty('key');
});

test('neither the key nor a cookie nor a link stands in the database as it is', async () => {
  const { body } = await make({});
  const token = all.cookie!.split('=')[1]!;
  const link = await all.post<{ url: string }>(
    `/users/${(await addPerson(all, { email: 'k@example.org' })).id}/password-link`,
    undefined,
  );
  const rows: string[] = [];
  for (const table of ['api_keys', 'sessions', 'one_time_links', 'users', 'sign_in_throttles', 'jobs']) {
    rows.push(JSON.stringify(await app.database.query(`select t::text as row from ${table} t`)));
  }
  for (const secret of [body.key, body.key.slice(15), token, link.body.url.split('#')[1]!, testPassword]) {
    const bytes = Buffer.from(secret).toString('hex');
    expect(rows.some((row) => row.includes(secret) || row.includes(bytes))).toBe(false);
  }
});

test('a key may do what its scopes say, without an origin, and nothing for the person', async () => {
  const { client } = await withKey(app, all, 'accounts.change');
  expect(
    (await client.post('/users', { email: 'bykey@example.org', name: 'By Key', roles: [] })).status,
  ).toBe(201);
  expect(codeOf(await client.get('/users'))).toBe('not-allowed');
  expect(codeOf(await client.get('/sessions'))).toBe('person-only');
  expect(codeOf(await client.post('/api-keys', { name: 'more', scopes: [] }))).toBe('person-only');
  const { body } = await client.get<{ permissions: string[] }>('/session');
  expect(body.permissions).toEqual(['accounts.change']);
});

test('a key may never do more than its owner, also when he may do less later', async () => {
  const { id } = await addPerson(all, {
    email: 'owner@example.org',
    roles: ['admin'],
    password: testPassword,
  });
  const owner = app.stranger();
  await owner.post('/session', { email: 'owner@example.org', password: testPassword });
  const beyond = await make({ scopes: ['accounts.audit'] }, owner);
  expect([codeOf(beyond), problemOf(beyond).errors?.[0]?.code]).toEqual(['not-allowed', 'scope-not-held']);
  const { client } = await withKey(app, owner, 'accounts.read', 'jobs.read');
  expect((await client.get('/users')).status).toBe(200);
  await all.patch(`/users/${id}`, { roles: ['crm'] });
  expect(codeOf(await client.get('/users'))).toBe('not-allowed');
  expect((await client.get('/session')).status).toBe(200);
  await all.patch(`/users/${id}`, { roles: ['crm', 'admin', 'privacy'] });
  expect((await client.get('/users')).status).toBe(200);
  expect(codeOf(await client.get('/access-log'))).toBe('not-allowed');
});

test('a scope that there is not is refused', async () => {
  expect(problemOf(await make({ scopes: ['accounts.everything'] })).errors?.[0]?.field).toBe('scopes.0');
});

test('a key lasts a year unless told otherwise, two years at most, and ends to the second', async () => {
  const day = 24 * 3_600_000;
  const now = app.clock.now().getTime();
  const inDays = (days: number) => new Date(now + days * day).toISOString();
  expect(Date.parse((await make({})).body.expiresAt)).toBe(now + 365 * day);
  expect((await make({ expiresAt: inDays(2 * 366) })).status).toBe(201);
  const tooFar = problemOf(await make({ expiresAt: inDays(2 * 366 + 1) }));
  const past = problemOf(await make({ expiresAt: inDays(0) }));
  expect([tooFar.errors?.[0]?.code, past.errors?.[0]?.code]).toEqual(['date-too-far', 'date-past']);
  const short = (await make({ expiresAt: new Date(now + 60_000).toISOString() })).body;
  expect((await from(short.key).get('/session')).status).toBe(200);
  app.clock.advance({ seconds: 59 });
  expect((await from(short.key).get('/session')).status).toBe(200);
  app.clock.advance({ seconds: 1 });
  expect(codeOf(await from(short.key).get('/session'))).toBe('api-key-invalid');
});

test('when a key was last used is kept, to the minute', async () => {
  const { body } = await make({});
  expect((await find(body.id)).lastUsedAt).toBeNull();
  await from(body.key).get('/session');
  const first = app.clock.now().toISOString();
  expect((await find(body.id)).lastUsedAt).toBe(first);
  app.clock.advance({ seconds: 59 });
  await from(body.key).get('/session');
  expect((await find(body.id)).lastUsedAt).toBe(first);
  app.clock.advance({ seconds: 1 });
  await from(body.key).get('/session');
  expect((await find(body.id)).lastUsedAt).toBe(app.clock.now().toISOString());
});

test('a revoked key is worth nothing, for good, and still stands in the list', async () => {
  const { body } = await make({ scopes: ['accounts.keys'] });
  expect((await all.delete(`/api-keys/${body.id}`)).status).toBe(204);
  const revokedAt = app.clock.now().toISOString();
  expect(codeOf(await from(body.key).get('/session'))).toBe('api-key-invalid');
  app.clock.advance({ minutes: 5 });
  expect((await all.delete(`/api-keys/${body.id}`)).status).toBe(204);
  expect((await find(body.id)).revokedAt).toBe(revokedAt);
  expect(codeOf(await all.delete('/api-keys/0199a0e0-0000-7000-8000-000000000000'))).toBe('not-found');
});

test('a key with one character changed is worth nothing', async () => {
  const { key } = (await make({})).body;
  const other = key.slice(0, -2) + (key.at(-2) === 'A' ? 'B' : 'A') + key.at(-1);
  expect(codeOf(await from(other).get('/session'))).toBe('api-key-invalid');
});

test('a key opens no session: no cookie comes with any of its answers', async () => {
  const { client } = await withKey(app, all, 'accounts.read');
  for (const path of ['/session', '/users', '/organisation']) {
    expect((await client.get(path)).headers.getSetCookie()).toEqual([]);
  }
  expect((await client.delete('/session')).status).toBe(204);
  expect((await client.get('/session')).status).toBe(200);
});
