import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccessLogEntryView } from '../../shared/contracts/privacy.ts';
import { type ApiClient, problemOf } from '../support/api-client.ts';
import { addPerson, ownId, withKey } from '../support/people.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let admin: ApiClient;
let privacy: ApiClient;

beforeAll(async () => {
  app = await startTestApp({ trustProxy: 'loopback' });
  admin = await app.signedIn('admin');
  privacy = await app.signedIn('privacy');
});

afterAll(() => app.stop());

interface Page {
  items: AccessLogEntryView[];
  nextCursor: string | null;
}

const read = async (query = '') => (await privacy.get<Page>(`/access-log?limit=200&${query}`)).body.items;

test('each look at people is on record: who, what, at whom, when, from where, in which request', async () => {
  const { id } = await addPerson(admin, { email: 'seen@example.org' });
  const somebody = { kind: 'user', id, name: 'Somebody New', ref: null, gone: false };
  const looks = [
    ['/users?query=seen', 'accounts.people-listed', null],
    [`/users/${id}`, 'accounts.person-seen', somebody],
    [`/users/${id}/sessions`, 'accounts.sessions-seen', somebody],
  ] as const;
  for (const [path, action, subject] of looks) {
    app.clock.advance({ seconds: 1 });
    const answer = await admin.get(path, { headers: { 'x-forwarded-for': '203.0.113.7' } });
    const [entry] = await read(`action=${action}`);
    expect(entry).toEqual({
      id: expect.any(String),
      at: app.clock.now().toISOString(),
      by: { id: await ownId(admin), name: 'Test admin' },
      apiKeyId: null,
      action,
      subject,
      ip: '203.0.113.7',
      requestId: answer.headers.get('x-request-id'),
    });
    await app.database.query('delete from access_log');
  }
});

test('reading the log stands in it as well, and a key is named beside its owner', async () => {
  await privacy.get('/access-log');
  const [entry] = await read();
  expect(entry).toMatchObject({ action: 'accounts.access-log-read', by: { name: 'Test privacy' } });
  const { client, id } = await withKey(app, admin, 'accounts.read');
  await client.get('/users');
  expect((await read('action=accounts.people-listed'))[0]).toMatchObject({
    apiKeyId: id,
    by: { name: 'Test admin' },
  });
});

test('what was refused is no look', async () => {
  const before = (await read('action=accounts.person-seen')).length;
  expect((await admin.get('/users/0199a0e0-0000-7000-8000-000000000000')).status).toBe(404);
  expect((await privacy.get(`/users/${await ownId(admin)}`)).status).toBe(403);
  expect(await read('action=accounts.person-seen')).toHaveLength(before);
});

test('it is filtered by who, what, whom and when, and paged', async () => {
  await app.database.query('delete from access_log');
  const people = [];
  for (let n = 0; n < 5; n += 1) {
    app.clock.advance({ minutes: 1 });
    const person = await addPerson(admin, { email: `filter${n}@example.org` });
    await admin.get(`/users/${person.id}`);
    people.push({ ...person, at: app.clock.now() });
  }
  const subjects = async (query: string) =>
    (await read(query)).map(({ subject }) => subject?.id).filter(Boolean);
  const ids = people.map(({ id }) => id).toReversed();
  expect(await subjects('')).toEqual(ids);
  expect(await subjects(`subject=${ids[2]}`)).toEqual([ids[2]]);
  expect(await subjects(`user=${await ownId(admin)}`)).toEqual(ids);
  expect(await subjects(`user=${await ownId(privacy)}`)).toEqual([]);
  const [from, to] = [people[1]!.at.toISOString(), people[3]!.at.toISOString()];
  expect(await subjects(`from=${from}&to=${to}`)).toEqual([ids[2], ids[3]]);

  const paged: string[] = [];
  let cursor = '';
  for (;;) {
    const query = `action=accounts.person-seen&limit=2${cursor}`;
    const { body } = await privacy.get<Page>(`/access-log?${query}`);
    paged.push(...body.items.map(({ subject }) => subject!.id));
    if (body.nextCursor === null) break;
    cursor = `&cursor=${body.nextCursor}`;
    await admin.get(`/users/${ids[0]}`);
  }
  expect(paged).toEqual(ids);
});

test('only the privacy role reads it', async () => {
  expect(problemOf(await admin.get('/access-log')).code).toBe('not-allowed');
});

test('the application can add to it and do nothing else with it', async () => {
  const client = new pg.Client(app.database.application);
  await client.connect();
  const attempts = [
    "update access_log set action = 'x'",
    'delete from access_log',
    'truncate access_log',
    'drop table access_log',
    'alter table access_log disable trigger all',
    'create trigger t before insert on access_log execute function pg_catalog.suppress_redundant_updates_trigger()',
    "insert into access_log (id, at, user_id, action, ip, request_id) select id, at, user_id, 'x', ip, request_id " +
      "from access_log limit 1 on conflict (id) do update set action = 'x'",
    'create rule r as on insert to access_log do instead nothing',
  ];
  // Refused by a warning alone.
  await client.query('grant all on access_log to public');
  for (const attempt of attempts) {
    const refused = await client.query(attempt).then(
      () => 'done',
      (error: { code?: string }) => error.code,
    );
    expect([attempt, refused]).toEqual([attempt, '42501']);
  }
  await client.end();
});

test('no record, no look: where it cannot be written, nothing is given out', async () => {
  await app.database.query('alter table access_log rename to access_log_away');
  try {
    const answer = await admin.get('/users');
    expect([answer.status, problemOf(answer).code]).toEqual([500, 'internal-error']);
  } finally {
    await app.database.query('alter table access_log_away rename to access_log');
  }
  expect((await admin.get('/users')).status).toBe(200);
});

test('days the wrong way round are a mistake in the call, not a log without looks', async () => {
  const privacy = await app.signedIn('privacy');
  const [early, late] = ['2027-03-01T00:00:00Z', '2027-03-01T01:00:00+01:00'];
  const refused = problemOf(await privacy.get(`/access-log?from=2027-03-09T00:00:00Z&to=${early}`));
  expect(refused).toMatchObject({ status: 400, code: 'invalid-request' });
  expect(refused.errors).toEqual([
    { field: 'query.to', code: 'custom', message: expect.stringContaining('Must not lie before "from"') },
  ]);
  // The same moment, written in another zone.
  const same = await privacy.get(`/access-log?from=${encodeURIComponent(late)}&to=${early}`);
  expect(same.status).toBe(200);
});
