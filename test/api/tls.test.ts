import { writeFileSync } from 'node:fs';
import tls from 'node:tls';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { listen } from '../../server/platform/http/listen.ts';
import { silentLog } from '../../server/platform/log.ts';
import { makeCertificates } from '../support/certificates.ts';
import { type RawRequest, sendAsWritten } from '../support/raw-http.ts';
import { startTestApp, type TestApp, testPassword } from '../support/test-app.ts';

const certificates = makeCertificates('first.example');
let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ tls: certificates.files, patience: { certificatePoll: 100 } });
  // Makes the account; that client does not trust the certificate.
  await app.signedIn('mailroom').catch(() => {});
});

afterAll(async () => {
  await app.stop();
  certificates.remove();
});

const send = (path: string, request: RawRequest = {}) => sendAsWritten(app.url, `/api/v1${path}`, request);

const signIn = () =>
  send('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: app.url },
    body: JSON.stringify({ email: 'mailroom@example.org', password: testPassword }),
  });

test('over TLS the cookie is bound to this host and to TLS', async () => {
  const answer = await signIn();
  expect([answer.status, app.url.split(':')[0]]).toEqual([200, 'https']);
  const [cookie = ''] = answer.headers['set-cookie'] ?? [];
  expect(cookie).toMatch(/^__Host-spoor_session=[\w-]{43}; /);
  for (const part of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax', 'Expires='])
    expect(cookie).toContain(part);
  expect(cookie).not.toContain('Domain');
});

test('the bound cookie works; the same token under the plain name is worth nothing', async () => {
  const token = String((await signIn()).headers['set-cookie']).match(/=([\w-]{43});/)?.[1];
  const bound = await send('/session', { headers: { cookie: `__Host-spoor_session=${token}` } });
  const plain = await send('/session', { headers: { cookie: `spoor_session=${token}` } });
  expect([bound.status, plain.status]).toEqual([200, 401]);
  const out = await send('/session', {
    method: 'DELETE',
    headers: { cookie: `__Host-spoor_session=${token}`, origin: app.url },
  });
  expect(String(out.headers['set-cookie'])).toMatch(
    /^__Host-spoor_session=; .*Expires=Thu, 01 Jan 1970.*Secure/,
  );
});

test('over TLS browsers are told to stay with it', async () => {
  const { headers } = await send('/organisation');
  expect(headers['strict-transport-security']).toBe('max-age=31536000');
  expect(headers['cross-origin-opener-policy']).toBe('same-origin');
});

test('nothing older than TLS 1.2 is spoken', async () => {
  const port = Number(new URL(app.url).port);
  const attempt = new Promise((resolve) => {
    const options = { port, host: '127.0.0.1', rejectUnauthorized: false, maxVersion: 'TLSv1.1' } as const;
    const socket = tls.connect({ ...options, minVersion: 'TLSv1' }, () => resolve('connected'));
    socket.on('error', () => resolve('refused'));
  });
  expect(await attempt).toBe('refused');
});

/** The name in the certificate that a new connection is shown. */
function findName(): Promise<string> {
  return new Promise((resolve, reject) => {
    const port = Number(new URL(app.url).port);
    const socket = tls.connect({ port, host: '127.0.0.1', rejectUnauthorized: false }, () => {
      resolve(String(socket.getPeerCertificate().subject.CN));
      socket.destroy();
    });
    socket.on('error', reject);
  });
}

test('a new certificate is taken up without a restart; broken files leave the earlier one in use', async () => {
  expect(await findName()).toBe('first.example');
  certificates.replace('second.example');
  await vi.waitFor(async () => expect(await findName()).toBe('second.example'), {
    timeout: 5_000,
    interval: 50,
  });
  writeFileSync(certificates.files.cert, 'no certificate');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await findName()).toBe('second.example');
  certificates.replace('third.example');
  await vi.waitFor(async () => expect(await findName()).toBe('third.example'), {
    timeout: 5_000,
    interval: 50,
  });
  expect((await signIn()).status).toBe(200);
});

test('files that are no certificate and key of each other stop the start and are named', async () => {
  const other = makeCertificates('other.example');
  const start = (cert: string, key: string) =>
    listen({ handle: () => {}, host: '127.0.0.1', port: 0, tls: { cert, key }, log: silentLog });
  const { cert, key } = certificates.files;
  const pairs = [
    [cert, other.files.key],
    ['/nowhere', key],
    [cert, cert],
  ] as const;
  for (const [one, two] of pairs) {
    await expect(start(one, two)).rejects.toMatchObject({
      code: 'certificate-unreadable',
      message: expect.stringContaining('SPOOR_TLS_CERT'),
    });
  }
  other.remove();
});
