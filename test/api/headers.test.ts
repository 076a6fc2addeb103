import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeClientFolder, page } from '../support/client-folder.ts';
import { type RawRequest, rawProblem, sendAsWritten } from '../support/raw-http.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

const client = makeClientFolder();
let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ clientFolder: client.folder });
});

afterAll(async () => {
  await app.stop();
  client.remove();
});

const send = (path: string, request: RawRequest = {}) => sendAsWritten(app.url, path, request);
const html = { accept: 'text/html' };

const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join(';');

const everywhere = [
  '/',
  '/people',
  '/assets/app-a1b2c3.js',
  '/api/v1/session',
  '/api/v1/nothing',
  '/api/openapi.json',
  '/healthz',
  '/metrics',
];

test.each(everywhere)('%s comes with the headers that keep browsers from mischief', async (path) => {
  const { headers } = await send(path, { headers: html });
  expect(headers).toMatchObject({
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'x-permitted-cross-domain-policies': 'none',
    'permissions-policy':
      'camera=(self), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
});

test.each(everywhere)(
  '%s says nothing of what serves it, promises no TLS on plain HTTP, lets no other site in',
  async (path) => {
    const { headers } = await send(path, { headers: { ...html, origin: 'https://elsewhere.example' } });
    const absent = [
      'x-powered-by',
      'server',
      'strict-transport-security',
      'access-control-allow-origin',
      'x-xss-protection',
    ];
    for (const name of absent) expect([name, headers[name]]).toEqual([name, undefined]);
    expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
  },
);

test('nothing of the API is kept by browsers or proxies, not even what is refused', async () => {
  const admin = await app.signedIn('admin');
  const answers = [
    await admin.get('/session'),
    await admin.get('/users'),
    await admin.get('/nothing'),
    await admin.get('/users/x'),
    await admin.patch('/organisation', {}),
    await app.stranger().get('/session'),
    await app.stranger().get('/organisation'),
    await app.stranger().post('/session', { email: 'x', password: 'x' }),
    await admin.delete('/sessions'),
  ];
  for (const { headers, status } of answers)
    expect([status, headers.get('cache-control')]).toEqual([status, 'no-store']);
});

test('the page is asked for anew each time and answered 304; what has a hash in its name is kept', async () => {
  const first = await send('/', { headers: html });
  expect([first.status, first.text, first.headers['cache-control']]).toEqual([200, page, 'no-cache']);
  const etag = String(first.headers['etag']);
  const again = await send('/people', { headers: { ...html, 'if-none-match': etag } });
  expect([again.status, again.text]).toEqual([304, '']);
  const script = await send('/assets/app-a1b2c3.js');
  expect(script.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'text/javascript; charset=utf-8',
  });
  const same = await send('/assets/app-a1b2c3.js', {
    headers: { 'if-none-match': String(script.headers['etag']) },
  });
  expect(same.status).toBe(304);
  expect((await send('/favicon.svg')).headers['content-type']).toBe('image/svg+xml');
});

test('what is large enough comes compressed to who can read that', async () => {
  const script = await send('/assets/app-a1b2c3.js', { headers: { 'accept-encoding': 'gzip' } });
  expect([script.headers['content-encoding'], script.headers['vary']]).toEqual(['gzip', 'Accept-Encoding']);
});

test.each([
  ['gzip, deflate, br, zstd', 'br', 'as brotli'],
  ['gzip, deflate', 'gzip', 'as gzip'],
  ['identity', undefined, 'a{}'],
])(
  'what the build has compressed goes out as it is to a browser that takes %s',
  async (accept, encoding, text) => {
    const style = await send('/assets/built-d4e5f6.css', { headers: { 'accept-encoding': accept } });
    expect([style.status, style.headers['content-encoding'], style.text]).toEqual([200, encoding, text]);
    expect(style.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/css; charset=utf-8',
      vary: 'Accept-Encoding',
    });
  },
);

test('an address of the screens is the page for browsers alone; a file that is not there and the API are never', async () => {
  expect((await send('/people/x', { headers: html })).text).toBe(page);
  expect((await send('/people', { method: 'HEAD', headers: html })).status).toBe(200);
  const none: [string, RawRequest][] = [
    ['/assets/old-000000.js', { headers: html }],
    ['/robots.txt', { headers: html }],
    ['/api/v1/people', { headers: html }],
    ['/api/people', { headers: html }],
    ['/people', { method: 'POST', headers: html }],
    ['/people', { headers: { accept: 'application/json' } }],
  ];
  for (const [path, request] of none)
    expect([path, rawProblem(await send(path, request)).code]).toEqual([path, 'route-unknown']);
});

test.each([
  '/../secret.txt',
  '/..%2f..%2fsecret.txt',
  '/%2e%2e/%2e%2e/secret.txt',
  '/assets/..%5c..%5c..%5csecret.txt',
  '/assets/%00',
  '/.env',
  '//../secret.txt',
])('the path %s leads to nothing outside the screens', async (path) => {
  const answer = await send(path, { headers: { accept: '*/*' } });
  expect(answer.text).not.toBe('secret');
  if (answer.status !== 200) expect([400, 403, 404]).toContain(rawProblem(answer).status);
});
