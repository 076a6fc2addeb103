import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Endpoint } from '../../shared/contracts/endpoint.ts';
import { endpoints } from '../../shared/contracts/index.ts';
import { permissions, roles } from '../../shared/permissions.ts';
import { type Answer, ApiClient, problemOf } from '../support/api-client.ts';
import { addPerson, freshCookie, ownId, signedInWithAllRoles, withKey } from '../support/people.ts';
import { startTestApp, type TestApp, testPassword } from '../support/test-app.ts';
import { whoMay } from './permissions.table.ts';

const nameOf = ({ method, path }: Endpoint) => `${method.toUpperCase()} ${path}`;
const everything = 'mailroom-crm-campaign-records-privacy-admin@example.org';
const foreign = { origin: 'https://elsewhere.example' };
const crossSite = { 'sec-fetch-site': 'cross-site' };

let app: TestApp;
let keyOfNoScope: string;
let keyOfAll: string;
let keyOfDeactivated: string;
const keyFor = new Map<string, string>();

beforeAll(async () => {
  app = await startTestApp();
  const all = await signedInWithAllRoles(app);
  for (const role of roles) await app.signedIn(role);
  keyOfNoScope = (await withKey(app, all)).key;
  keyOfAll = (await withKey(app, all, ...permissions)).key;
  for (const permission of permissions) keyFor.set(permission, (await withKey(app, all, permission)).key);
  const leaver = { email: 'leaver@example.org', roles: [...roles], password: testPassword };
  const { id } = await addPerson(all, leaver);
  const client = app.stranger();
  await client.post('/session', { email: leaver.email, password: testPassword });
  keyOfDeactivated = (await withKey(app, client, ...permissions)).key;
  await all.patch(`/users/${id}`, { active: false });
});

afterAll(() => app.stop());

/** `yes`, or the code of the problem. What fails for want of a proper body or of the thing itself was let in. */
async function ask(endpoint: Endpoint, headers: Record<string, string>): Promise<string> {
  const path = endpoint.path.replaceAll(/\{\w+\}/g, () => randomUUID());
  const body = endpoint.body ? { body: {} } : endpoint.bodyType ? { raw: 'nonsense' } : {};
  const type = endpoint.bodyType ? { 'content-type': endpoint.bodyType } : {};
  const answer: Answer = await new ApiClient(app.url).call(endpoint.method.toUpperCase(), path, {
    headers: { ...type, ...headers },
    ...body,
  });
  const refused = answer.status === 401 || answer.status === 403;
  if (refused) return problemOf(answer).code;
  expect([200, 201, 204, 400, 404, 409, 422], `${nameOf(endpoint)}: ${answer.status}`).toContain(
    answer.status,
  );
  return 'yes';
}

const own = () => ({ origin: app.url });
const bearer = (key: string | undefined) => ({ authorization: `Bearer ${key}` });

/** What the table says of somebody who holds these roles and is well signed in. */
function expected(endpoint: Endpoint, held: readonly string[]): string {
  const [who] = whoMay[nameOf(endpoint)]!;
  if (typeof who === 'string' || who.some((role) => held.includes(role))) return 'yes';
  return 'not-allowed';
}

const isPublic = (endpoint: Endpoint) => whoMay[nameOf(endpoint)]![0] === 'anybody';
const isForPersons = (endpoint: Endpoint) => whoMay[nameOf(endpoint)]![2] === 'person';

test('the table has each operation once, and none that does not exist', () => {
  expect(Object.keys(whoMay).toSorted()).toEqual(endpoints.map(nameOf).toSorted());
});

test('OpenAPI names for each operation the permission that the table has', async () => {
  type Operation = { 'x-permission': string; 'x-person-only'?: boolean };
  const { body } = await app
    .stranger()
    .get<{ paths: Record<string, Record<string, Operation>> }>('/api/openapi.json');
  const said = Object.entries(body.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => {
      const person = operation['x-person-only'] ? ['person'] : [];
      return [
        `${method.toUpperCase()} ${path.slice('/api/v1'.length)}`,
        [operation['x-permission'], ...person],
      ];
    }),
  );
  const wanted = Object.entries(whoMay).map(([name, [, ...needs]]) => [name, needs]);
  expect(Object.fromEntries(said)).toEqual(Object.fromEntries(wanted));
});

describe.each(endpoints.map((endpoint) => [nameOf(endpoint), endpoint] as const))('%s', (_, endpoint) => {
  const changes = endpoint.method !== 'get';
  const notSignedIn = isPublic(endpoint) ? 'yes' : 'not-signed-in';

  test('nobody, and cookies that are worth nothing', async () => {
    const long = new Date(app.clock.now().getTime() - 25 * 3_600_000);
    const ended = await freshCookie(app, everything);
    await new ApiClient(app.url).call('DELETE', '/session', { headers: { ...own(), cookie: ended } });
    const answers = {
      nobody: await ask(endpoint, {}),
      expired: await ask(endpoint, { ...own(), cookie: await freshCookie(app, everything, long) }),
      stolenAndEnded: await ask(endpoint, { ...own(), cookie: ended }),
      made: await ask(endpoint, { ...own(), cookie: `spoor_session=${'A'.repeat(43)}` }),
    };
    const all = notSignedIn;
    expect(answers).toEqual({ nobody: all, expired: all, stolenAndEnded: all, made: all });
  });

  test.each([...roles])('somebody with the role %s', async (role) => {
    const cookie = await freshCookie(app, `${role}@example.org`);
    expect(await ask(endpoint, { ...own(), cookie })).toBe(expected(endpoint, [role]));
  });

  test('API keys: without scopes, with the one that is needed, of somebody who is gone, made up', async () => {
    const needs = whoMay[nameOf(endpoint)]![1];
    const open = needs === 'public' || needs === 'session';
    const person = isForPersons(endpoint) && 'person-only';
    const answers = {
      noScope: await ask(endpoint, bearer(keyOfNoScope)),
      needed: await ask(endpoint, bearer(open ? keyOfNoScope : keyFor.get(needs))),
      ownerGone: await ask(endpoint, bearer(keyOfDeactivated)),
      made: await ask(endpoint, bearer(`spoor_01234567_${'A'.repeat(43)}`)),
      basic: await ask(endpoint, { authorization: 'Basic YTpi' }),
    };
    expect(answers).toEqual({
      noScope: person || (open ? 'yes' : 'not-allowed'),
      needed: person || 'yes',
      ownerGone: 'api-key-invalid',
      made: 'api-key-invalid',
      basic: 'api-key-invalid',
    });
  });

  test('from another site: a change with a cookie is refused, reading and API keys are not', async () => {
    const cookie = () => freshCookie(app, everything);
    const answers = {
      foreign: await ask(endpoint, { ...foreign, cookie: await cookie() }),
      hidden: await ask(endpoint, { origin: 'null', cookie: await cookie() }),
      crossSite: await ask(endpoint, { ...crossSite, cookie: await cookie() }),
      sameSite: await ask(endpoint, { 'sec-fetch-site': 'same-site', cookie: await cookie() }),
      foreignKey: await ask(endpoint, { ...foreign, ...crossSite, ...bearer(keyOfAll) }),
      keyAndCookie: await ask(endpoint, { ...foreign, ...bearer(keyOfAll), cookie: await cookie() }),
      foreignNobody: await ask(endpoint, foreign),
    };
    const withCookie = changes ? 'foreign-origin' : 'yes';
    const withKeyOfAll = isForPersons(endpoint) ? 'person-only' : 'yes';
    expect(answers).toEqual({
      foreign: withCookie,
      hidden: withCookie,
      crossSite: withCookie,
      sameSite: withCookie,
      foreignKey: withKeyOfAll,
      keyAndCookie: withKeyOfAll,
      foreignNobody: isPublic(endpoint) && changes ? 'foreign-origin' : notSignedIn,
    });
  });
});

test('somebody with all roles may do everything, and a program with his cookie needs no origin', async () => {
  for (const endpoint of endpoints) {
    const cookie = await freshCookie(app, everything);
    expect([nameOf(endpoint), await ask(endpoint, { cookie })]).toEqual([nameOf(endpoint), 'yes']);
  }
  expect(await ownId(await signedInWithAllRoles(app))).toMatch(/^[0-9a-f-]{36}$/);
});
