import { afterEach, expect, test } from 'vitest';
import type { SessionView } from '../../shared/contracts/accounts.ts';
import { ApiClient, problemOf } from '../support/api-client.ts';
import { startTestApp, type TestApp, type TestAppSettings, testPassword } from '../support/test-app.ts';

let app: TestApp;

afterEach(() => app.stop());

async function start(settings: TestAppSettings): Promise<void> {
  app = await startTestApp(settings);
  await app.signedIn('mailroom');
}

const account = { email: 'mailroom@example.org', password: testPassword };

/** From where a session is seen to come that was opened with these headers. */
async function seenFrom(headers: Record<string, string>): Promise<string | undefined> {
  const client = new ApiClient(app.url, headers);
  const answer = await client.post('/session', account);
  if (answer.status !== 200) return `${answer.status}`;
  if (client.cookie?.startsWith('__Host-')) return 'secure';
  const { body } = await client.get<{ items: SessionView[] }>('/sessions');
  return body.items.find(({ current }) => current)?.ip;
}

test('without a trusted proxy nobody is believed about where he comes from', async () => {
  await start({});
  expect(await seenFrom({ 'x-forwarded-for': '203.0.113.7' })).toBe('127.0.0.1');
  expect(await seenFrom({ 'x-forwarded-proto': 'https' })).toBe('127.0.0.1');
  expect(await seenFrom({ forwarded: 'for=203.0.113.7' })).toBe('127.0.0.1');
  const client = await app.signedIn('admin');
  const { user } = (await client.get<{ user: { id: string } }>('/session')).body;
  const link = await client.post<{ url: string }>(`/users/${user.id}/password-link`, undefined, {
    headers: { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
  });
  expect(new URL(link.body.url).origin).toBe(app.url);
  expect(
    (await app.stranger({ 'x-forwarded-proto': 'https' }).get('/session')).headers.get(
      'strict-transport-security',
    ),
  ).toBeNull();
});

test.each([['loopback'], [1], ['127.0.0.1'], ['127.0.0.0/8']])(
  'behind a trusted proxy (%s) it says who asks',
  async (trustProxy) => {
    await start({ trustProxy });
    expect(await seenFrom({ 'x-forwarded-for': '203.0.113.7' })).toBe('203.0.113.7');
    expect(await seenFrom({ 'x-forwarded-for': '198.51.100.1, 203.0.113.7' }), 'the first is made up').toBe(
      '203.0.113.7',
    );
    expect(await seenFrom({ 'x-forwarded-for': '2001:db8::7' })).toBe('2001:db8::7');
    expect(await seenFrom({ 'x-forwarded-proto': 'https' })).toBe('secure');
  },
);

test('what a proxy writes beside the address, or instead of one, is no failure', async () => {
  await start({ trustProxy: 'loopback' });
  expect(await seenFrom({ 'x-forwarded-for': '203.0.113.7:4711' })).toBe('203.0.113.7');
  expect(await seenFrom({ 'x-forwarded-for': '[2001:db8::7]:4711' })).toBe('2001:db8::7');
  expect(await seenFrom({ 'x-forwarded-for': 'fe80::1%eth0' })).toBe('fe80::1');
  for (const rubbish of ['unknown', '_hidden', '', "'; --", '999.1.1.1', 'x'.repeat(3_000)]) {
    expect(await seenFrom({ 'x-forwarded-for': rubbish })).toBe('127.0.0.1');
  }
});

test('behind a proxy that takes the TLS off, our own pages are still our own', async () => {
  await start({ trustProxy: 'loopback' });
  const proxied = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'spoor.example' };
  const client = new ApiClient(app.url, { ...proxied, origin: 'https://spoor.example' });
  expect((await client.post('/session', account)).status).toBe(200);
  const foreign = new ApiClient(app.url, { ...proxied, origin: 'https://elsewhere.example' });
  expect(problemOf(await foreign.post('/session', account)).code).toBe('foreign-origin');
});

test('the address that the administrator has named is our own, and links lead to it', async () => {
  await start({ publicOrigin: 'https://spoor.example' });
  const client = new ApiClient(app.url, { origin: 'https://spoor.example' });
  expect((await client.post('/session', account)).status).toBe(200);
  const admin = await app.signedIn('admin');
  const { user } = (await admin.get<{ user: { id: string } }>('/session')).body;
  const link = await admin.post<{ url: string }>(`/users/${user.id}/password-link`, undefined);
  expect(new URL(link.body.url).origin).toBe('https://spoor.example');
});

test('guessing from behind a trusted proxy is counted for him who guesses, and for nobody else', async () => {
  await start({ trustProxy: 'loopback' });
  const guess = (ip: string) =>
    app.stranger({ 'x-forwarded-for': ip }).post('/password-links/read', { token: 'A'.repeat(43) });
  for (let n = 0; n < 100; n += 1) expect((await guess('203.0.113.7')).status).toBe(400);
  expect((await guess('203.0.113.7')).status).toBe(429);
  expect((await guess('198.51.100.1, 203.0.113.7')).status, 'a made-up first address').toBe(429);
  expect((await guess('203.0.113.8')).status).toBe(400);
});
