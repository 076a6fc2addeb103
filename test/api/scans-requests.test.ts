import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endpoints } from '../../shared/contracts/index.ts';
import { problemOf } from '../support/api-client.ts';
import { signedInWithAllRoles, withKey } from '../support/people.ts';
import { makeScanHouse, readAll, type ScanHouse } from '../support/scans.ts';
import { startTestApp } from '../support/test-app.ts';

let house: ScanHouse;
let paper: string;

beforeAll(async () => {
  house = await makeScanHouse(await startTestApp());
  [paper] = (await house.papers(1)) as [string];
});

afterAll(() => house.app.stop());

const at = '2027-03-09T09:59:00Z';
const sentAt = '2027-03-09T10:00:00Z';
const scan = () => ({ id: randomUUID(), code: paper, moment: 'answered-yes', at });
const eventsOf = (code: string) => house.events(code);

describe('a request that is wrong is refused as a whole, and says which field', () => {
  const whole = () => ({ station: 'Desk 1', sentAt, scans: [scan()] });
  const without = (name: string) => {
    const { [name]: _, ...rest } = whole() as Record<string, unknown>;
    return rest;
  };
  const withScan = (change: object) => ({ ...whole(), scans: [scan(), { ...scan(), ...change }] });

  test.each<[string, () => unknown, string]>([
    ['no station', () => without('station'), 'station'],
    ['an empty station', () => ({ ...whole(), station: '' }), 'station'],
    ['a station of blanks', () => ({ ...whole(), station: '  ' }), 'station'],
    ['a station of 101 characters', () => ({ ...whole(), station: 'x'.repeat(101) }), 'station'],
    ['a station of two lines', () => ({ ...whole(), station: 'Desk\n1' }), 'station'],
    ['a station that is a number', () => ({ ...whole(), station: 1 }), 'station'],
    ['no sentAt', () => without('sentAt'), 'sentAt'],
    ['a sentAt without zone', () => ({ ...whole(), sentAt: '2027-03-09T10:00:00' }), 'sentAt'],
    ['a sentAt that is a number', () => ({ ...whole(), sentAt: 1_772_000_000 }), 'sentAt'],
    ['a day that does not exist', () => ({ ...whole(), sentAt: '2027-02-30T10:00:00Z' }), 'sentAt'],
    ['no scans', () => without('scans'), 'scans'],
    ['an empty list', () => ({ ...whole(), scans: [] }), 'scans'],
    ['501 scans', () => ({ ...whole(), scans: Array.from({ length: 501 }, scan) }), 'scans'],
    ['scans as an object', () => ({ ...whole(), scans: { 0: scan() } }), 'scans'],
    ['a scan that is null', () => ({ ...whole(), scans: [scan(), null] }), 'scans.1'],
    ['no id', () => withScan({ id: undefined }), 'scans.1.id'],
    ['an id that is none', () => withScan({ id: '12' }), 'scans.1.id'],
    ['no code', () => withScan({ code: undefined }), 'scans.1.code'],
    ['a code that is a number', () => withScan({ code: 123_456_789_012 }), 'scans.1.code'],
    ['a code of 201 characters', () => withScan({ code: '1'.repeat(201) }), 'scans.1.code'],
    ['no time', () => withScan({ at: undefined }), 'scans.1.at'],
    ['a time that is none', () => withScan({ at: 'yesterday' }), 'scans.1.at'],
    ['a moment that is null', () => withScan({ moment: null }), 'scans.1.moment'],
    ['a place that is a list', () => withScan({ place: [] }), 'scans.1.place'],
    ['undoes with a moment', () => withScan({ undoes: randomUUID() }), 'scans.1.undoes'],
    ['undoes that is no id', () => withScan({ moment: undefined, undoes: 'x' }), 'scans.1.undoes'],
    ['a field that is not known', () => withScan({ image: 'abc' }), 'scans.1'],
  ])('%s', async (_, body, field) => {
    const before = await eventsOf(paper);
    const answer = await house.station.post('/scans', body());
    expect(answer.status).toBe(400);
    const fields = problemOf(answer).errors?.map((each) => each.field) ?? [];
    expect(
      fields.some((each) => each === field || each.startsWith(`${field}.`)),
      fields.join(),
    ).toBe(true);
    expect(await eventsOf(paper)).toEqual(before);
  });

  test('no JSON, another type, and more than a megabyte', async () => {
    const post = (raw: string, type = 'application/json') =>
      house.station.call('POST', '/scans', { raw, headers: { 'content-type': type } });
    const codes = [
      problemOf(await post('{"station":')).code,
      problemOf(await post('[]')).code,
      problemOf(await post('null')).code,
      problemOf(await post(JSON.stringify(whole()), 'text/plain')).code,
      problemOf(await post(JSON.stringify({ ...whole(), more: 'x'.repeat(1024 * 1024) }))).code,
    ];
    expect(codes).toEqual([
      'invalid-json',
      'invalid-request',
      'invalid-request',
      'media-type-unsupported',
      'body-too-large',
    ]);
  });
});

test('500 scans in one request are all answered, in their order, whatever a few of them are', async () => {
  const papers = await house.papers(100);
  const box = await house.box();
  const given = Array.from({ length: 500 }, (_, n) => {
    const code = n % 25 === 24 ? `nonsense ${n}` : (papers[n % 100] as string);
    return { id: randomUUID(), code, place: box };
  });
  const results = await house.send(given);
  expect(results.map(({ id }) => id)).toEqual(given.map(({ id }) => id));
  const count = (outcome: string) => results.filter((each) => each.outcome === outcome).length;
  expect([count('unknown'), count('booked'), count('already-booked')]).toEqual([20, 96, 384]);
  expect((await house.place(box)).documents).toBe(96);
  expect(await house.damage()).toEqual([]);
});

test('refused and unknown scans are kept in a log of their own, never among the events', async () => {
  const box = await house.box();
  const [code] = await house.papers(1);
  const before = await house.events(code as string);
  await house.send(
    [
      { code: 'K-17 of somebody with a very long name that nobody wants to keep for ever', at },
      { code: '1000 0000 0093', at },
      { code: code as string, moment: 'signed', at },
      { code: code as string, moment: 'signed', place: box, at },
      { code: box, place: box, at },
    ],
    { station: 'Refused desk' },
  );
  type Refused = {
    code: string | null;
    outcome: string;
    problem: string;
    station: string;
    at: string;
    by: { name: string };
  };
  const kept = (await readAll<Refused>(house.office, '/scans/refused')).filter(
    ({ station }) => station === 'Refused desk',
  );
  expect(kept.map(({ outcome, problem }) => `${outcome} ${problem}`).sort()).toEqual([
    'partly moment-unknown',
    'refused moment-unknown',
    'refused place-in-itself',
    'unknown code-unknown',
    'unknown code-wrong',
  ]);
  for (const each of kept) {
    expect(each.code === null || /^\d{12}$/.test(each.code), String(each.code)).toBe(true);
    expect(each).toMatchObject({ at: '2027-03-09T09:59:00.000Z', by: { name: 'Test mailroom' } });
  }
  expect((await house.events(code as string)).length).toBe(before.length + 1);
});

test('a key with the one scope can scan and nothing else', async () => {
  const all = await signedInWithAllRoles(house.app);
  const { client } = await withKey(house.app, all, 'scanning.book');
  const [code] = await house.papers(1);
  const body = { station: 'Partner', sentAt, scans: [{ ...scan(), code }] };
  expect((await client.post('/scans', body)).status).toBe(200);
  for (const endpoint of endpoints) {
    if (['public', 'session', 'scanning.book'].includes(endpoint.permission)) continue;
    const path = endpoint.path.replaceAll(/\{code\}/g, code as string).replaceAll(/\{\w+\}/g, randomUUID());
    const type = endpoint.bodyType ? { headers: { 'content-type': endpoint.bodyType }, raw: 'x' } : {};
    const answer = await client.call(endpoint.method.toUpperCase(), path, {
      ...(endpoint.body ? { body: {} } : {}),
      ...type,
    });
    expect([endpoint.method, endpoint.path, answer.status]).toEqual([endpoint.method, endpoint.path, 403]);
  }
});

test('somebody who is signed out, or whose role was taken, cannot scan from that moment on', async () => {
  const all = await signedInWithAllRoles(house.app);
  const { key, client } = await withKey(house.app, all, 'scanning.book');
  const body = () => ({ station: 'Partner', sentAt, scans: [scan()] });
  expect((await client.post('/scans', body())).status).toBe(200);
  const { body: keys } = await all.get<{ items: { id: string; prefix: string }[] }>('/api-keys');
  const found = keys.items.find(({ prefix }) => key.includes(prefix));
  expect((await all.delete(`/api-keys/${found?.id}`)).status).toBe(204);
  expect((await client.post('/scans', body())).status).toBe(401);

  const added = await all.post<{ id: string }>('/users', {
    email: 'leaver@example.org',
    name: 'Leaver',
    roles: ['mailroom'],
    password: 'paper boats in the rain',
  });
  const leaver = house.app.stranger();
  await leaver.post('/session', { email: 'leaver@example.org', password: 'paper boats in the rain' });
  expect((await leaver.post('/scans', body())).status).toBe(200);
  await all.patch(`/users/${added.body.id}`, { roles: ['crm'] });
  expect((await leaver.post('/scans', body())).status).toBe(403);
  await all.patch(`/users/${added.body.id}`, { roles: ['mailroom'] });
  expect((await leaver.post('/scans', body())).status).toBe(200);
  await leaver.delete('/session');
  expect((await leaver.post('/scans', body())).status).toBe(401);
});
