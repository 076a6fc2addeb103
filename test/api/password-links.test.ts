import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiClient, problemOf } from '../support/api-client.ts';
import { addPerson } from '../support/people.ts';
import { startTestApp, type TestApp, testPassword } from '../support/test-app.ts';

let app: TestApp;
let admin: ApiClient;

beforeAll(async () => {
  app = await startTestApp();
  admin = await app.signedIn('admin');
});

afterAll(() => app.stop());

const password = 'negen schapen op de dijk';
let people = 0;

async function somebody(own?: string): Promise<{ id: string; email: string }> {
  people += 1;
  return addPerson(admin, {
    email: `link${people}@example.org`,
    name: `Link ${people}`,
    ...(own ? { password: own } : {}),
  });
}

async function makeLink(id: string): Promise<string> {
  const { status, body } = await admin.post<{ url: string; expiresAt: string }>(
    `/users/${id}/password-link`,
    undefined,
  );
  expect(status).toBe(201);
  expect(Date.parse(body.expiresAt) - app.clock.now().getTime()).toBe(24 * 3_600_000);
  const { origin, pathname, hash, search } = new URL(body.url);
  expect([origin, pathname, search]).toEqual([app.url, '/password', '']);
  expect(hash).toMatch(/^#[\w-]{43}$/);
  return hash.slice(1);
}

const read = (token: string) => app.stranger().post<{ name: string }>('/password-links/read', { token });
const use = (token: string, words = password) =>
  app.stranger().post('/password-links/use', { token, password: words });
const codeOf = (answer: Parameters<typeof problemOf>[0]) => problemOf(answer).code;

test('a link says whose it is, sets a password once, and signs in', async () => {
  const { id, email } = await somebody();
  const token = await makeLink(id);
  expect((await read(token)).body).toMatchObject({ email, name: `Link ${people}` });
  expect((await read(token)).status).toBe(200);
  const client = app.stranger();
  expect((await client.post('/password-links/use', { token, password })).status).toBe(200);
  expect((await client.get('/session')).status).toBe(200);
  expect([codeOf(await use(token)), codeOf(await read(token))]).toEqual(
    Array(2).fill('password-link-invalid'),
  );
  expect((await app.stranger().post('/session', { email, password })).status).toBe(200);
});

test('a link ends all earlier sessions and the waiting after wrong guesses', async () => {
  const { id, email } = await somebody(testPassword);
  const client = app.stranger();
  await client.post('/session', { email, password: testPassword });
  for (let n = 0; n < 6; n += 1)
    await app.stranger().post('/session', { email, password: 'wrong again and again' });
  expect((await app.stranger().post('/session', { email, password: testPassword })).status).toBe(429);
  expect((await use(await makeLink(id))).status).toBe(200);
  expect((await client.get('/session')).status).toBe(401);
  expect((await app.stranger().post('/session', { email, password })).status).toBe(200);
});

test('a password that is refused does not use the link up', async () => {
  const { id } = await somebody();
  const token = await makeLink(id);
  expect(codeOf(await use(token, 'password'))).toBe('password-refused');
  expect((await use(token)).status).toBe(200);
});

test('a link is good for a day and not a second longer', async () => {
  const { id } = await somebody();
  const [early, late] = [await makeLink(id), await makeLink((await somebody()).id)];
  app.clock.advance({ hours: 23, minutes: 59, seconds: 59 });
  expect((await use(early)).status).toBe(200);
  app.clock.advance({ seconds: 1 });
  expect([codeOf(await read(late)), codeOf(await use(late))]).toEqual(Array(2).fill('password-link-invalid'));
  admin = await app.signedIn('admin');
});

test('a newer link makes the earlier worthless', async () => {
  const { id } = await somebody();
  const first = await makeLink(id);
  const second = await makeLink(id);
  expect(codeOf(await use(first))).toBe('password-link-invalid');
  expect((await use(second)).status).toBe(200);
});

test('the link of somebody who is deactivated sets nothing', async () => {
  const { id, email } = await somebody(testPassword);
  const token = await makeLink(id);
  await admin.patch(`/users/${id}`, { active: false });
  expect(codeOf(await use(token))).toBe('password-link-invalid');
  await admin.patch(`/users/${id}`, { active: true });
  expect((await app.stranger().post('/session', { email, password: testPassword })).status).toBe(200);
});

test('of ten who use a link at the same moment one gets in', async () => {
  const { id } = await somebody();
  const token = await makeLink(id);
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, n) => use(token, `zin nummer ${n} is van mij`)),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(9).fill(400)]);
});

test('guessing tokens is slowed down for the address that guesses, and a changed X-Forwarded-For does not help', async () => {
  const { id } = await somebody();
  const token = await makeLink(id);
  app.clock.advance({ minutes: 16 });
  let status = 0;
  for (let n = 0; n < 110 && status !== 429; n += 1) {
    const client = app.stranger({ 'x-forwarded-for': `203.0.113.${n}` });
    status = (await client.post('/password-links/read', { token: 'A'.repeat(43) })).status;
  }
  expect(status).toBe(429);
  const refused = await read(token);
  expect(codeOf(refused)).toBe('too-many-attempts');
  app.clock.advance({ seconds: Number(refused.headers.get('retry-after')) });
  expect((await read(token)).status).toBe(200);
});
