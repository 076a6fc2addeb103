import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Problem } from '../../shared/errors.ts';
import { signedInWithAllRoles } from '../support/people.ts';
import { rawProblem, sendAsWritten } from '../support/raw-http.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let headers: Record<string, string>;

beforeAll(async () => {
  app = await startTestApp();
  const { cookie = '' } = await signedInWithAllRoles(app);
  headers = { cookie, origin: app.url };
});

afterAll(() => app.stop());

/** Adds a person with a body that is sent as it is written here. */
async function send(body: string | Uint8Array, more: Record<string, string> = {}): Promise<Problem> {
  const request = {
    method: 'POST',
    body,
    headers: { ...headers, 'content-type': 'application/json', ...more },
  };
  return rawProblem(await sendAsWritten(app.url, '/api/v1/users', request));
}

const person = { email: 'somebody@example.org', name: 'Some Body', roles: ['mailroom'] };
const json = (change: object) => JSON.stringify({ ...person, ...change });
const fieldsOf = (problem: Problem) => problem.errors?.map(({ field }) => field);

test.each([
  ['half a document', '{"email": '],
  ['nothing that is JSON', 'email=somebody'],
  ['a key without quotes', '{email: 1}'],
  ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22])],
  ['two documents', '{} {}'],
  ['white space', '   '],
])('a body that is no JSON (%s) is refused as that', async (_, body) => {
  expect((await send(body)).code).toBe('invalid-json');
});

test.each([['null'], ['[]'], ['"text"'], ['17'], ['true'], ['[[[]]]'], ['{}']])(
  'JSON of the wrong type (%s) is refused',
  async (body) => {
    const problem = await send(body);
    expect([problem.status, problem.code]).toEqual([400, 'invalid-request']);
    expect(problem.errors?.length).toBeGreaterThan(0);
  },
);

test.each([
  ['a number for a text', { email: 17 }, ['email']],
  ['a text for a list', { roles: 'admin' }, ['roles']],
  ['a role that there is not', { roles: ['mailroom', 'king'] }, ['roles.1']],
  ['an e-mail address that is none', { email: 'somebody at example' }, ['email']],
  ['an empty name', { name: ' \u00a0 ' }, ['name']],
  ['a name over two lines', { name: 'Some\nBody' }, ['name']],
  ['a name of 121 characters', { name: 'x'.repeat(121) }, ['name']],
  ['NUL in a name', { name: 'Some\0Body' }, ['name']],
  ['half a surrogate pair in a name', { name: 'Some \ud83d' }, ['name']],
  ['NUL in an address', { email: 'some\0body@example.org' }, ['email']],
  ['a language that there is not', { language: 'xx' }, ['language']],
  ['null where something must be', { name: null }, ['name']],
  ['several at once', { name: '', email: '', roles: null }, ['email', 'name', 'roles']],
])('%s is refused, naming the field', async (_, change, fields) => {
  const problem = await send(json(change));
  expect(problem.code).toBe('invalid-request');
  expect(fieldsOf(problem)).toEqual(fields);
  for (const field of fields) expect(problem.detail).toContain(field);
});

test.each([
  ['age', json({ age: 30 })],
  ['__proto__', `{"email":"a@example.org","name":"A","roles":[],"__proto__":{"admin":true}}`],
  ['constructor', json({ constructor: 1 })],
])('a field that is not known (%s) is refused, naming it', async (field, body) => {
  const problem = await send(body);
  expect(problem.errors).toEqual([{ field, code: 'unrecognized_keys', message: expect.any(String) }]);
});

test('JSON that is nested thousands deep is refused, and nothing overflows', async () => {
  const deep = (open: string, close: string) => open.repeat(9_000) + close.repeat(9_000);
  expect((await send(deep('[', ']'))).code).toBe('invalid-request');
  expect((await send(json({ name: 0 }).replace('0', deep('[', ']')))).code).toBe('invalid-request');
  expect(
    (await send(json({ roles: 0 }).replace('0', `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`))).code,
  ).toBe('invalid-request');
});

test.each(['1e999', '-1e999', '9'.repeat(400), '1e-999', '0.1'])(
  'a number like %s is refused',
  async (number) => {
    const problem = await send(json({ name: 0 }).replace(':0', `:${number}`));
    expect(fieldsOf(problem)).toEqual(['name']);
  },
);

test('a body over the limit is refused, whether it says its length or not, or comes compressed', async () => {
  const large = json({ name: 'x'.repeat(70_000) });
  expect([(await send(large)).status, (await send(large)).code]).toEqual([413, 'body-too-large']);
  expect((await send(gzipSync(large), { 'content-encoding': 'gzip' })).code).toBe('body-too-large');
  const bomb = gzipSync(Buffer.alloc(20_000_000, ' '));
  expect((await send(bomb, { 'content-encoding': 'gzip' })).code).toBe('body-too-large');
  const chunked = await fetch(`${app.url}/api/v1/users`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: new Blob([large]).stream(),
    duplex: 'half',
  } as RequestInit);
  expect(chunked.status).toBe(413);
});

test.each([
  ['application/x-www-form-urlencoded', 'email=a@example.org'],
  ['multipart/form-data; boundary=x', '--x\r\n\r\n--x--'],
  ['image/png', 'PNG'],
  ['text/plain', json({})],
  ['text/json', json({})],
  ['application/xml', '<a/>'],
  ['application/', json({})],
  ['', json({})],
])('a body of the type "%s" is refused', async (type, body) => {
  const problem = await send(body, { 'content-type': type });
  expect([problem.status, problem.code]).toEqual([415, 'media-type-unsupported']);
});

test('no body at all is refused, with a type and without', async () => {
  expect((await send('')).code).toBe('invalid-request');
  const bare = await sendAsWritten(app.url, '/api/v1/users', { method: 'POST', headers });
  expect(rawProblem(bare).code).toBe('media-type-unsupported');
});

test.each([
  [{ 'content-type': 'application/json; charset=latin1' }],
  [{ 'content-type': 'application/json; charset=no-such' }],
  [{ 'content-encoding': 'no-such' }],
  [{ 'content-encoding': 'gzip' }],
])(
  'a body that says it is otherwise coded than it is, or that we do not know, is refused: %o',
  async (coding) => {
    const problem = await send(json({}), coding);
    expect(problem.status).toBe(400);
  },
);

test('a merge patch is read like the JSON that it is', async () => {
  const answer = await sendAsWritten(app.url, '/api/v1/organisation', {
    method: 'PATCH',
    headers: { ...headers, 'content-type': 'application/merge-patch+json' },
    body: '{"name": "Vrolijk & Zonen"}',
  });
  expect([answer.status, JSON.parse(answer.text).name]).toEqual([200, 'Vrolijk & Zonen']);
});

describe('texts that a search or a sign-in may hold', () => {
  test('NUL and half a surrogate pair are no failure of ours', async () => {
    const ask = (path: string) => sendAsWritten(app.url, path, { headers });
    for (const text of ['%00', 'a%00b', '%ED%A0%80', '%FF', '%F0%9F%A5%95', '%25', '_', '%5C', "'"]) {
      for (const path of ['users?query=', 'access-log?action=', 'access-log?subject=']) {
        const { status } = await ask(`/api/v1/${path}${text}`);
        expect([path + text, status < 500]).toEqual([path + text, true]);
      }
    }
    expect(rawProblem(await ask('/api/v1/users?query=%00')).code).toBe('invalid-request');
  });

  test('signing in with them fails as it does for others', async () => {
    for (const email of ['a\0@example.org', '\ud800@example.org', '']) {
      const answer = await app.stranger().post('/session', { email, password: 'x\0\ud800' });
      expect([400, 401]).toContain(answer.status);
    }
  });
});
