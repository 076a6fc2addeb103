import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UserView } from '../../shared/contracts/accounts.ts';
import { type ApiClient, problemOf } from '../support/api-client.ts';
import { addPerson, ownId, withKey } from '../support/people.ts';
import { startTestApp, type TestApp, testPassword } from '../support/test-app.ts';

let app: TestApp;
let admin: ApiClient;

beforeAll(async () => {
  app = await startTestApp();
  admin = await app.signedIn('admin');
});

afterAll(() => app.stop());

const codeOf = (answer: Parameters<typeof problemOf>[0]) => problemOf(answer).code;

async function signIn(email: string, password = testPassword): Promise<ApiClient> {
  const client = app.stranger();
  expect((await client.post('/session', { email, password })).status).toBe(200);
  return client;
}

test('a person is added, signs in, is seen, and has no more than he was given', async () => {
  const added = await admin.post<UserView>('/users', {
    email: 'Truus@Example.org',
    name: '  Truus de Wit ',
    roles: ['mailroom', 'mailroom', 'crm'],
    password: testPassword,
    language: 'nl',
  });
  expect([added.status, added.body]).toEqual([
    201,
    {
      id: expect.any(String),
      email: 'Truus@Example.org',
      name: 'Truus de Wit',
      roles: ['mailroom', 'crm'],
      language: 'nl',
      active: true,
      hasPassword: true,
      createdAt: app.clock.now().toISOString(),
      lastSignInAt: null,
    },
  ]);
  const truus = await signIn('truus@example.ORG ');
  expect((await truus.get('/users')).status).toBe(403);
  const seen = await admin.get<UserView>(`/users/${added.body.id}`);
  expect(seen.body).toEqual({ ...added.body, lastSignInAt: app.clock.now().toISOString() });
});

test('without a password a person is there, and cannot sign in with any', async () => {
  await addPerson(admin, { email: 'later@example.org' });
  const answer = await app.stranger().post('/session', { email: 'later@example.org', password: '' });
  expect(codeOf(answer)).toBe('sign-in-failed');
});

test('an e-mail address is taken once, however it is written, also in a race', async () => {
  const first = await addPerson(admin, { email: 'one@example.org' });
  const taken = await admin.post('/users', { email: 'ONE@Example.Org', name: 'Other', roles: [] });
  expect([codeOf(taken), problemOf(taken).errors?.[0]?.field]).toEqual(['email-taken', 'email']);
  const other = await addPerson(admin, { email: 'two@example.org' });
  expect(codeOf(await admin.patch(`/users/${other.id}`, { email: 'One@example.org' }))).toBe('email-taken');
  expect((await admin.patch(`/users/${first.id}`, { email: 'One@Example.org' })).status).toBe(200);
  const racers = Array.from({ length: 8 }, (_, n) =>
    admin.post('/users', {
      email: n % 2 ? 'race@example.org' : 'RACE@example.org',
      name: 'Racer',
      roles: [],
    }),
  );
  const statuses = (await Promise.all(racers)).map(({ status }) => status);
  expect(statuses.toSorted()).toEqual([201, ...Array(7).fill(409)]);
});

test('name, address, roles and language can be changed, and what is not sent stays', async () => {
  const { id } = await addPerson(admin, { email: 'change@example.org', roles: ['crm'] });
  const before = (await admin.get<UserView>(`/users/${id}`)).body;
  expect((await admin.patch<UserView>(`/users/${id}`, {})).body).toEqual(before);
  const changed = await admin.patch<UserView>(`/users/${id}`, { name: 'Other Name', language: 'nl' });
  expect(changed.body).toEqual({ ...before, name: 'Other Name', language: 'nl' });
  const again = await admin.patch<UserView>(`/users/${id}`, { roles: [], language: null });
  expect(again.body).toEqual({ ...before, name: 'Other Name', roles: [] });
});

test('roles that are taken away are gone with the next call', async () => {
  const { id } = await addPerson(admin, {
    email: 'demoted@example.org',
    roles: ['admin'],
    password: testPassword,
  });
  const client = await signIn('demoted@example.org');
  expect((await client.get('/users')).status).toBe(200);
  await admin.patch(`/users/${id}`, { roles: ['crm'] });
  expect(codeOf(await client.get('/users'))).toBe('not-allowed');
});

test('who is deactivated is out at once: sessions, keys, links and sign-in; and is activated again without them', async () => {
  const { id } = await addPerson(admin, {
    email: 'leaver@example.org',
    roles: ['admin'],
    password: testPassword,
  });
  const client = await signIn('leaver@example.org');
  const { client: program } = await withKey(app, client);
  const link = await admin.post<{ url: string }>(`/users/${id}/password-link`, undefined);
  expect((await admin.patch<UserView>(`/users/${id}`, { active: false })).body.active).toBe(false);

  expect(codeOf(await client.get('/session'))).toBe('not-signed-in');
  expect(codeOf(await program.get('/session'))).toBe('api-key-invalid');
  const again = await app
    .stranger()
    .post('/session', { email: 'leaver@example.org', password: testPassword });
  expect(codeOf(again)).toBe('sign-in-failed');
  const token = link.body.url.split('#')[1];
  const used = await app.stranger().post('/password-links/use', { token, password: 'another good sentence' });
  expect(codeOf(used)).toBe('password-link-invalid');

  await admin.patch(`/users/${id}`, { active: true });
  expect((await client.get('/session')).status).toBe(401);
  expect((await signIn('leaver@example.org')).cookie).toBeDefined();
});

test('the last administrator can neither go nor lose the role; with another one he can', async () => {
  const others = await admin.get<{ items: UserView[] }>('/users?limit=200');
  const self = await ownId(admin);
  for (const { id, roles, active } of others.body.items) {
    if (id !== self && active && roles.includes('admin')) await admin.patch(`/users/${id}`, { roles: [] });
  }
  expect(codeOf(await admin.patch(`/users/${self}`, { active: false }))).toBe('last-administrator');
  expect(codeOf(await admin.patch(`/users/${self}`, { roles: ['crm'] }))).toBe('last-administrator');
  expect((await admin.patch(`/users/${self}`, { roles: ['admin', 'crm'], name: 'Still Here' })).status).toBe(
    200,
  );
  const { id } = await addPerson(admin, {
    email: 'second@example.org',
    roles: ['admin'],
    password: testPassword,
  });
  const second = await signIn('second@example.org');
  expect((await admin.patch(`/users/${self}`, { active: false })).status).toBe(200);
  expect(codeOf(await second.patch(`/users/${id}`, { active: false }))).toBe('last-administrator');
  expect((await second.patch(`/users/${self}`, { active: true, roles: ['admin'] })).status).toBe(200);
  await second.patch(`/users/${id}`, { roles: [] });
  admin = await app.signedIn('admin');
});

test('somebody who is not there is not found, whatever is asked of him', async () => {
  const nobody = '/users/0199a0e0-0000-7000-8000-000000000000';
  const answers = [
    await admin.get(nobody),
    await admin.patch(nobody, { name: 'Nobody' }),
    await admin.get(`${nobody}/sessions`),
    await admin.delete(`${nobody}/sessions`),
    await admin.post(`${nobody}/password-link`, undefined),
  ];
  for (const answer of answers) expect(codeOf(answer)).toBe('not-found');
});

test("a person's sessions are seen and ended by an administrator", async () => {
  const { id } = await addPerson(admin, { email: 'sessions@example.org', password: testPassword });
  const [one, two] = [await signIn('sessions@example.org'), await signIn('sessions@example.org')];
  const list = await admin.get<{ items: { current: boolean }[] }>(`/users/${id}/sessions`);
  expect(list.body.items.map(({ current }) => current)).toEqual([false, false]);
  expect((await admin.delete(`/users/${id}/sessions`)).status).toBe(204);
  for (const client of [one, two]) expect((await client.get('/session')).status).toBe(401);
});

test.each([
  ['short', 'password-too-short'],
  ['1234567', 'password-too-short'],
  ['password', 'password-too-common'],
  ['iloveyou1', 'password-too-common'],
  ['aaaaaaaaaaaa', 'password-too-common'],
  ['23456789', 'password-too-common'],
  ['rules@example.org', 'password-like-account'],
  ['Ria Ules 2027!', 'password-like-account'],
])('the password "%s" is refused: %s', async (password, code) => {
  const answer = await admin.post('/users', {
    email: 'rules@example.org',
    name: 'Ria Ules',
    roles: [],
    password,
  });
  expect([answer.status, problemOf(answer).code]).toEqual([422, 'password-refused']);
  expect(problemOf(answer).errors).toEqual([{ field: 'password', code, message: expect.any(String) }]);
});

test.each(['een paar gewone woorden', 'ÄÖÜßéèêâ', '🥕🍅🥒🌽🥦🧄🧅🍄', 'x7 x7 Kq3!', 'zin met spaties   '])(
  'the password "%s" is taken and works, in whichever Unicode form it comes',
  async (password) => {
    const email = `p${Buffer.from(password).toString('hex').slice(0, 20)}@example.org`;
    await addPerson(admin, { email, password });
    await signIn(email, password.normalize('NFD'));
  },
);

test('a password of 1,024 characters is taken, one more is refused', async () => {
  const long = 'pas op '.repeat(200).slice(0, 1_024);
  await addPerson(admin, { email: 'long@example.org', password: long });
  await signIn('long@example.org', long);
  expect(
    (await admin.post('/users', { email: 'x@example.org', name: 'X', roles: [], password: `${long}x` }))
      .status,
  ).toBe(400);
});
