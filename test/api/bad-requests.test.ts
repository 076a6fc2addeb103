import { afterAll, beforeAll, expect, test } from 'vitest';
import { endpoints } from '../../shared/contracts/index.ts';
import { signedInWithAllRoles } from '../support/people.ts';
import { type RawRequest, rawProblem, sendAsWritten, sendBytes } from '../support/raw-http.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let headers: Record<string, string>;

beforeAll(async () => {
  app = await startTestApp();
  const { cookie = '' } = await signedInWithAllRoles(app);
  headers = { cookie, origin: app.url };
});

afterAll(() => app.stop());

const send = (path: string, request: RawRequest = {}) =>
  sendAsWritten(app.url, path, { ...request, headers: { ...headers, ...request.headers } });

test.each([
  '/api/v1/nothing',
  '/api/v1/',
  '/api/v1',
  '/api/v2/users',
  '/api',
  '/api/v1/users/',
  '/api/v1/Users',
  '/api/v1//users',
  '/api/v1/users/x/y/z',
  '/nothing',
  '/index.html',
  '/.git/config',
  '/package.json',
  '//example.org/api/v1/users',
])('%s is an address that there is not', async (path) => {
  for (const method of ['GET', 'POST', 'DELETE']) {
    const problem = rawProblem(await send(path, { method }));
    expect([problem.status, problem.code]).toEqual([404, 'route-unknown']);
  }
});

test.each([
  '/%2e%2e/%2e%2e/etc/passwd',
  '/../../etc/passwd',
  '/api/v1/../../package.json',
  '/api/v1/users/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '/api/v1/users/..%5c..%5cwindows',
  '/api/v1/users/%00',
  '/api/v1/users%00',
  '/%00',
  '/assets/..%2f..%2fpackage.json',
  '/api/v1/users/%',
  '/api/v1/users/%zz',
  '/api/v1/users/%C0%AE',
  '/%E0%A4%A',
])('the tricky path %s gives a problem document and nothing else', async (path) => {
  const problem = rawProblem(await send(path));
  expect([400, 404]).toContain(problem.status);
});

/** `GET /customers/import` is a customer whose id is no id, and not a method too many. */
function isTakenByAnother(method: string, path: string): boolean {
  return endpoints.some((other) => {
    const pattern = new RegExp(`^${other.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
    return other.path !== path && other.method.toUpperCase() === method && pattern.test(path);
  });
}

test('a method that an address does not know is refused with those that it knows', async () => {
  const paths = new Map<string, string[]>();
  for (const { path, method } of endpoints) {
    paths.set(path, [...(paths.get(path) ?? []), method.toUpperCase()]);
  }
  for (const [path, known] of paths) {
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND']) {
      if (known.includes(method) || isTakenByAnother(method, path)) continue;
      const answer = await send(`/api/v1${path.replace(/\{\w+\}/, 'x')}`, { method });
      expect([method, path, rawProblem(answer).code]).toEqual([method, path, 'method-not-allowed']);
      const allowed = String(answer.headers['allow'])
        .split(', ')
        .filter((one) => one !== 'HEAD');
      expect(allowed.toSorted()).toEqual(known.toSorted());
    }
  }
});

test('HEAD is answered like GET, without a body', async () => {
  const well = await send('/api/v1/session', { method: 'HEAD' });
  expect([well.status, well.text]).toEqual([200, '']);
  const nobody = await sendAsWritten(app.url, '/api/v1/session', { method: 'HEAD' });
  expect([nobody.status, nobody.text]).toEqual([401, '']);
  expect((await send('/api/v1/nothing', { method: 'HEAD' })).status).toBe(404);
});

test('a body on a GET or a DELETE is not looked at', async () => {
  const json = { 'content-type': 'application/json' };
  expect((await send('/api/v1/session', { body: '{no json', headers: json })).status).toBe(200);
  expect((await send('/api/v1/session', { body: 'x'.repeat(200_000), headers: json })).status).toBe(200);
  const gone = await send('/api/v1/api-keys/0199a0e0-0000-7000-8000-000000000000', {
    method: 'DELETE',
    body: '{no json',
    headers: json,
  });
  expect(rawProblem(gone).code).toBe('not-found');
});

test.each([
  'x',
  '1',
  '0199a0e0-0000-7000-8000',
  "' or 1=1",
  '00000000_0000_0000_0000_000000000000',
  'é',
  '%20',
])('an id that is none (%s) is refused as the field that it is', async (id) => {
  for (const path of ['users/', 'jobs/']) {
    const problem = rawProblem(await send(`/api/v1/${path}${encodeURI(id)}`));
    expect([problem.code, problem.errors?.[0]?.field]).toEqual(['invalid-request', 'id']);
  }
});

test('ids may be written in capitals, and the smallest and the largest are just not there', async () => {
  const { text } = await send('/api/v1/session');
  const id: string = JSON.parse(text).user.id;
  expect((await send(`/api/v1/users/${id.toUpperCase()}`)).status).toBe(200);
  for (const digit of '0f') {
    const none = '00000000-0000-0000-0000-000000000000'.replaceAll('0', digit);
    expect(rawProblem(await send(`/api/v1/users/${none}`)).code).toBe('not-found');
  }
});

const cursor = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');

test.each([
  ['nothing', ''],
  ['no base64', '!!!'],
  ['no JSON', 'abc'],
  ['something else', cursor({ a: 1 })],
  ['no id', cursor({ id: 'x', name: 'x' })],
  ['a list', cursor([1, 2])],
  ['null', cursor(null)],
  ['an SQL that somebody hopes for', cursor({ id: "x' or '1'='1", name: '' })],
])('a cursor that is not ours (%s) is refused', async (_, value) => {
  for (const path of ['users', 'jobs', 'api-keys', 'access-log']) {
    expect(rawProblem(await send(`/api/v1/${path}?cursor=${value}`)).code).toBe('cursor-invalid');
  }
});

test('a cursor with NUL in it is refused, one that is very long too', async () => {
  const nul = cursor({ id: '0199a0e0-0000-7000-8000-000000000000', name: 'a\0' });
  expect(rawProblem(await send(`/api/v1/users?cursor=${nul}`)).status).toBe(400);
  expect(rawProblem(await send(`/api/v1/users?cursor=${'a'.repeat(600)}`)).errors?.[0]?.field).toBe(
    'query.cursor',
  );
});

test.each([
  ['limit=1&limit=2', 'query.limit'],
  ['limit=0', 'query.limit'],
  ['limit=201', 'query.limit'],
  ['limit=-1', 'query.limit'],
  ['limit=1.5', 'query.limit'],
  ['limit=1e999', 'query.limit'],
  ['limit=x', 'query.limit'],
  ['limit=', 'query.limit'],
  ['cursor=a&cursor=b', 'query.cursor'],
  ['query=a&query=b', 'query.query'],
  [`query=${'x'.repeat(201)}`, 'query.query'],
])('the query %s is refused, naming what is wrong', async (query, field) => {
  const problem = rawProblem(await send(`/api/v1/users?${query}`));
  expect([problem.code, problem.errors?.[0]?.field]).toEqual(['invalid-request', field]);
});

test.each([
  'from=yesterday',
  'from=2027-03-09',
  'to=2027-02-30T00:00:00Z',
  'from=2027-03-09T10:00:00',
  'user=me',
])('the filter %s is refused', async (filter) => {
  expect(rawProblem(await send(`/api/v1/access-log?${filter}`)).code).toBe('invalid-request');
});

test('filters at the ends of time are no failure', async () => {
  for (const time of ['0000-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59%2B14:00']) {
    expect((await send(`/api/v1/access-log?from=${time}&to=${time}`)).status).toBe(200);
  }
});

test('headers of 20 KB are refused as a problem document, and the next request is well', async () => {
  const answer = await send('/api/v1/session', { headers: { 'x-long': 'x'.repeat(20_000) } });
  expect(rawProblem(answer)).toMatchObject({ status: 400, code: 'invalid-request' });
  const long = await send(`/api/v1/session?${'x'.repeat(20_000)}`);
  expect(rawProblem(long).status).toBe(400);
  expect((await send('/api/v1/session')).status).toBe(200);
});

test('cookies and credentials that make no sense are worth nothing', async () => {
  for (const cookie of [
    'spoor_session',
    'spoor_session=',
    'spoor_session=%zz',
    `spoor_session=${'x'.repeat(9_000)}`,
    '=;=',
  ]) {
    const answer = await sendAsWritten(app.url, '/api/v1/session', { headers: { cookie } });
    expect(rawProblem(answer).code).toBe('not-signed-in');
  }
  for (const authorization of [
    'Bearer',
    'Bearer ',
    'bearer x y',
    'Digest a=b',
    'Bearer spoor_00000000_x',
    '\u00e9',
  ]) {
    const answer = await sendAsWritten(app.url, '/api/v1/session', { headers: { authorization } });
    expect(rawProblem(answer).code).toBe('api-key-invalid');
  }
});

test.each([
  ['words', 'hello\r\n\r\n'],
  ['no host', 'GET /api/v1/session HTTP/1.1\r\n\r\n'],
  ['a broken header', 'GET / HTTP/1.1\r\nHost: x\r\nBroken header\r\n\r\n'],
  [
    'two lengths',
    'POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
  ],
  [
    'length and chunks',
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  ],
  ['a negative length', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n'],
  ['TLS to a plain port', Buffer.from('160301020001000', 'hex')],
])('what is not HTTP (%s) is ended with 400', async (_, bytes) => {
  expect(await sendBytes(app.url, bytes)).toMatch(/^HTTP\/1\.1 400 /);
});
