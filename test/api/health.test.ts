import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});

afterAll(() => app.stop());

interface Ready {
  parts: { part: string; well: boolean }[];
}

async function ask(path: string): Promise<{ status: number; text: string; type: string | null }> {
  const answer = await fetch(`${app.url}${path}`);
  return { status: answer.status, text: await answer.text(), type: answer.headers.get('content-type') };
}

async function ready(): Promise<[number, Record<string, boolean>]> {
  const { status, text } = await ask('/readyz');
  const { parts } = JSON.parse(text) as Ready;
  return [status, Object.fromEntries(parts.map(({ part, well }) => [part, well]))];
}

test('it says that it is alive and ready, to anybody', async () => {
  expect(await ask('/healthz')).toMatchObject({ status: 200, text: '{"alive":true}' });
  expect(await ready()).toEqual([200, { database: true, migrations: true }]);
});

test('it is not ready while the database takes nobody, is alive all the while, and recovers by itself', async () => {
  const { user } = app.database.application;
  const end = 'select pg_terminate_backend(pid) from pg_stat_activity where usename = $1';
  await app.database.query(`alter role ${user} nologin`);
  await app.database.query(`grant ${user} to current_user`);
  await app.database.query(end, [user]);
  await vi.waitFor(async () => expect(await ready()).toEqual([503, { database: false, migrations: false }]));
  expect((await ask('/healthz')).status).toBe(200);
  expect((await ask('/metrics')).status).toBe(200);
  await app.database.query(`alter role ${user} login`);
  expect(await ready()).toEqual([200, { database: true, migrations: true }]);
});

test('it is not ready when a migration is missing', async () => {
  const last = 'select max(name) as name from kysely_migration';
  const [{ name } = { name: '' }] = await app.database.query<{ name: string }>(last);
  await app.database.query("update kysely_migration set name = 'away' where name = $1", [name]);
  expect(await ready()).toEqual([503, { database: true, migrations: false }]);
  await app.database.query("update kysely_migration set name = $1 where name = 'away'", [name]);
});

test('its metrics are as Prometheus reads them: by route and status, with no address or id of anybody', async () => {
  const admin = await app.signedIn('admin');
  const { user } = (await admin.get<{ user: { id: string } }>('/session')).body;
  await admin.get(`/users/${user.id}?query=somebody`);
  await admin.get('/users/x');
  await fetch(`${app.url}/somewhere`);
  const { text, type } = await ask('/metrics');
  expect(type).toMatch(/^text\/plain/);
  expect(text).toMatch(/^# TYPE spoor_http_request_seconds histogram$/m);
  expect(text).toContain('spoor_http_request_seconds_count{route="get /users/{id}",status="200"} 1');
  expect(text).toContain('spoor_http_request_seconds_count{route="get /users/{id}",status="400"} 1');
  expect(text).toMatch(/^process_resident_memory_bytes \d+/m);
  for (const word of [user.id, 'somebody', 'somewhere', 'example.org']) expect(text).not.toContain(word);
  const line =
    /^(#.*|[a-zA-Z_:][a-zA-Z0-9_:]*(\{[^}]*(\{id\})?[^}]*\})? [0-9.eE+-]+|[a-z_]+.* (NaN|[+-]Inf))?$/;
  for (const one of text.split('\n')) expect(one).toMatch(line);
});

test('the page about the product knows versions, health and packages', async () => {
  const client = await app.signedIn('mailroom');
  const { body } = await client.get<{ packages: { name: string; licence: string }[] }>('/system');
  expect(body).toMatchObject({
    version: '0.0.0',
    node: process.versions.node,
    postgres: expect.stringMatching(/^18\./),
    database: 'embedded',
    licence: 'Apache-2.0',
    health: [
      { part: 'database', well: true },
      { part: 'migrations', well: true },
      { part: 'events', well: true },
      { part: 'jobs', well: false },
    ],
  });
  expect(body.packages.find(({ name }) => name === 'express')?.licence).toBe('MIT');
  expect(body.packages.some(({ name }) => name === 'vitest')).toBe(false);
});
