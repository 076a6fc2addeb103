import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SessionView, UserView } from '../../shared/contracts/accounts.ts';
import { ApiClient, problemOf } from '../support/api-client.ts';
import { addPerson } from '../support/people.ts';
import { startTestApp, type TestApp, testPassword } from '../support/test-app.ts';

let app: TestApp;
let admin: ApiClient;

beforeAll(async () => {
  app = await startTestApp();
  admin = await app.signedIn('admin');
});

afterAll(() => app.stop());

let people = 0;

/** Somebody new who has signed in this many times. */
async function somebody(times: number): Promise<{ id: string; email: string; clients: ApiClient[] }> {
  people += 1;
  const email = `own${people}@example.org`;
  const { id } = await addPerson(admin, { email, password: testPassword });
  const clients: ApiClient[] = [];
  for (let n = 0; n < times; n += 1) {
    app.clock.advance({ seconds: 1 });
    const client = new ApiClient(app.url, { 'user-agent': `browser ${n}` });
    await client.post('/session', { email, password: testPassword });
    clients.push(client);
  }
  return { id, email, clients };
}

const isSignedIn = async (client: ApiClient) => (await client.get('/session')).status === 200;
const next = 'tien kleine visjes zwemmen';

test('a new password ends every other session, keeps this one, and is the only one from then on', async () => {
  const { email, clients } = await somebody(3);
  const [one, two, three] = clients as [ApiClient, ApiClient, ApiClient];
  expect((await two.put('/session/password', { current: testPassword, password: next })).status).toBe(204);
  expect([await isSignedIn(one), await isSignedIn(two), await isSignedIn(three)]).toEqual([
    false,
    true,
    false,
  ]);
  expect((await app.stranger().post('/session', { email, password: testPassword })).status).toBe(401);
  expect((await app.stranger().post('/session', { email, password: next })).status).toBe(200);
});

test('it needs the present password, and guessing it is slowed down like signing in', async () => {
  const { clients } = await somebody(1);
  const [client] = clients as [ApiClient];
  const bad = { current: 'not this one', password: next };
  for (let n = 0; n < 5; n += 1) {
    expect(problemOf(await client.put('/session/password', bad)).code).toBe('sign-in-failed');
  }
  const waits = await client.put('/session/password', { current: testPassword, password: next });
  expect([problemOf(waits).code, waits.headers.get('retry-after')]).toEqual(['too-many-attempts', '5']);
  expect(await isSignedIn(client)).toBe(true);
  app.clock.advance({ seconds: 6 });
  expect((await client.put('/session/password', { current: testPassword, password: next })).status).toBe(204);
});

test('a bad new password changes nothing and ends nothing', async () => {
  const { clients } = await somebody(2);
  const [one, two] = clients as [ApiClient, ApiClient];
  const answer = await one.put('/session/password', { current: testPassword, password: 'password' });
  expect([problemOf(answer).code, problemOf(answer).errors?.[0]?.code]).toEqual([
    'password-refused',
    'password-too-common',
  ]);
  expect(await isSignedIn(two)).toBe(true);
});

test('a password link that waits is worth nothing once the password is changed', async () => {
  const { id, clients } = await somebody(1);
  const link = await admin.post<{ url: string }>(`/users/${id}/password-link`, undefined);
  await clients[0]?.put('/session/password', { current: testPassword, password: next });
  const token = link.body.url.split('#')[1];
  expect(problemOf(await app.stranger().post('/password-links/read', { token })).code).toBe(
    'password-link-invalid',
  );
});

test("one's own sessions are listed, the newest first, and told apart", async () => {
  const { clients } = await somebody(3);
  const { body } = await clients[1]!.get<{ items: SessionView[] }>('/sessions');
  expect(body.items.map(({ userAgent, current }) => [userAgent, current])).toEqual([
    ['browser 2', false],
    ['browser 1', true],
    ['browser 0', false],
  ]);
  expect(body.items[0]).toMatchObject({ ip: '127.0.0.1', startedAt: app.clock.now().toISOString() });
  expect(Object.keys(body.items[0]!)).not.toContain('tokenHash');
});

test("one's own session is ended by its id, somebody else's is not found", async () => {
  const { clients } = await somebody(2);
  const stranger = await somebody(1);
  const [one, two] = clients as [ApiClient, ApiClient];
  const list = await one.get<{ items: SessionView[] }>('/sessions');
  const other = list.body.items.find(({ current }) => !current)!;
  expect(problemOf(await stranger.clients[0]!.delete(`/sessions/${other.id}`)).code).toBe('not-found');
  expect(await isSignedIn(two)).toBe(true);
  expect((await one.delete(`/sessions/${other.id}`)).status).toBe(204);
  expect([await isSignedIn(one), await isSignedIn(two)]).toEqual([true, false]);
  expect(problemOf(await one.delete(`/sessions/${other.id}`)).code).toBe('not-found');
});

test('all others end at once', async () => {
  const { clients } = await somebody(3);
  expect((await clients[2]!.delete('/sessions')).status).toBe(204);
  expect(await Promise.all(clients.map(isSignedIn))).toEqual([false, false, true]);
});

test('sessions that are over are not listed', async () => {
  const { clients, email } = await somebody(1);
  app.clock.advance({ hours: 4, minutes: 1 });
  const fresh = app.stranger();
  await fresh.post('/session', { email, password: testPassword });
  expect((await fresh.get<{ items: SessionView[] }>('/sessions')).body.items).toHaveLength(1);
  expect(await isSignedIn(clients[0]!)).toBe(false);
  admin = await app.signedIn('admin');
});

test('signing in again in the same browser ends the session before', async () => {
  const { clients, email } = await somebody(1);
  const earlier = new ApiClient(app.url);
  earlier.cookie = clients[0]!.cookie;
  await clients[0]!.post('/session', { email, password: testPassword });
  expect([await isSignedIn(earlier), await isSignedIn(clients[0]!)]).toEqual([false, true]);
});

test('everybody names himself and chooses his language, and nothing else', async () => {
  const { clients } = await somebody(1);
  const changed = await clients[0]!.patch<UserView>('/session/user', { name: 'Own Name', language: 'nl' });
  expect(changed.body).toMatchObject({ name: 'Own Name', language: 'nl' });
  for (const more of [{ roles: ['admin'] }, { email: 'x@example.org' }, { active: false }]) {
    const answer = await clients[0]!.patch('/session/user', more);
    expect(problemOf(answer).errors?.[0]?.code).toBe('unrecognized_keys');
  }
});
