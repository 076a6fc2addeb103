import { afterAll, beforeAll, expect, test } from 'vitest';
import { permissionsOf } from '../../shared/permissions.ts';
import { ApiClient, problemOf } from '../support/api-client.ts';
import { startTestApp, type TestApp, testPassword } from '../support/test-app.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
  await app.signedIn('mailroom');
});

afterAll(() => app.stop());

const email = 'mailroom@example.org';
const wrong = { email, password: 'not this one at all' };
const right = { email, password: testPassword };

test('the right password opens a session that the browser cannot read', async () => {
  const client = app.stranger();
  const answer = await client.post<{ user: { email: string }; permissions: string[] }>('/session', right);
  expect(answer.status).toBe(200);
  expect(answer.body.user.email).toBe(email);
  expect(answer.body.permissions).toEqual(permissionsOf(['mailroom']));
  const cookie = answer.headers.getSetCookie().join();
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
  expect(cookie).not.toMatch(/Secure/i);
  expect((await client.get('/session')).status).toBe(200);
});

test('an unknown address and a wrong password are answered alike', async () => {
  const unknown = problemOf(await app.stranger().post('/session', { ...wrong, email: 'nobody@example.org' }));
  const known = problemOf(await app.stranger().post('/session', wrong));
  expect({ ...unknown, requestId: '' }).toEqual({ ...known, requestId: '' });
  expect(known.code).toBe('sign-in-failed');
  await app.stranger().post('/session', right);
});

test('five wrong passwords are free, then an account waits, whoever asks, and gets in after the wait', async () => {
  for (let n = 0; n < 5; n += 1) expect((await app.stranger().post('/session', wrong)).status).toBe(401);
  const refused = await app.stranger({ 'x-forwarded-for': '203.0.113.9' }).post('/session', right);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBe(5);
  expect(problemOf(refused).params).toEqual({ seconds: 5 });
  app.clock.advance({ seconds: 6 });
  expect((await app.stranger().post('/session', right)).status).toBe(200);
  expect((await app.stranger().post('/session', wrong)).status).toBe(401);
  await app.stranger().post('/session', right);
});

test('forty people may sign in to one account at the same moment', async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, () => app.stranger().post('/session', right)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
});

test('a burst of guesses gets two guesses ahead of the back-off at most', async () => {
  const answers = await Promise.all(Array.from({ length: 30 }, () => app.stranger().post('/session', wrong)));
  const guesses = answers.filter(({ status }) => status === 401).length;
  expect(guesses).toBeGreaterThanOrEqual(5);
  expect(guesses).toBeLessThanOrEqual(7);
  app.clock.advance({ days: 1, hours: 1 });
});

test('a session ends after four hours without use, and after a day in any case', async () => {
  const idle = app.stranger();
  await idle.post('/session', right);
  app.clock.advance({ hours: 3, minutes: 59 });
  expect((await idle.get('/session')).status).toBe(200);
  app.clock.advance({ hours: 4 });
  expect(problemOf(await idle.get('/session')).code).toBe('not-signed-in');

  const busy = app.stranger();
  await busy.post('/session', right);
  for (let hour = 0; hour < 23; hour += 1) {
    app.clock.advance({ hours: 1 });
    expect((await busy.get('/session')).status).toBe(200);
  }
  app.clock.advance({ hours: 1 });
  expect((await busy.get('/session')).status).toBe(401);
});

test('signing out ends the session for whoever holds its cookie', async () => {
  const client = app.stranger();
  await client.post('/session', right);
  const stolen = new ApiClient(app.url);
  stolen.cookie = client.cookie;
  expect((await client.delete('/session')).status).toBe(204);
  expect(client.cookie).toBeUndefined();
  expect((await stolen.get('/session')).status).toBe(401);
  expect((await client.delete('/session')).status).toBe(204);
});

test('a tab that speaks for somebody else than who has signed in since is refused, and nothing is done', async () => {
  const client = await app.signedIn('mailroom');
  const { body } = await client.get<{ user: { id: string; name: string } }>('/session');
  const { id, name } = body.user;
  const other = { headers: { 'spoor-user': crypto.randomUUID() } };
  const refused = await client.call('PATCH', '/session/user', {
    body: { name: 'In another name' },
    ...other,
  });
  expect(refused.status).toBe(401);
  expect(problemOf(refused)).toMatchObject({ code: 'not-signed-in' });
  const same = await client.get<{ user: { name: string } }>('/session', { headers: { 'spoor-user': id } });
  expect(same.body.user.name).toBe(name);
  // Whoever asks the health of the house need be nobody.
  expect((await app.stranger().get('/organisation', other)).status).toBe(200);
});
