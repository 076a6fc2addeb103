import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeSetupLink } from '../../server/accounts/accounts.service.ts';
import type { SignedInView } from '../../shared/contracts/accounts.ts';
import type { OrganisationView } from '../../shared/contracts/organisation.ts';
import { roles } from '../../shared/permissions.ts';
import { problemOf } from '../support/api-client.ts';
import { startTestApp, type TestApp, testPassword } from '../support/test-app.ts';

let app: TestApp;

beforeEach(async () => {
  app = await startTestApp();
});

afterEach(() => app.stop());

const administrator = { email: 'first@example.org', name: 'First One', password: testPassword };
const organisation = { name: 'Vrolijk & Zonen', language: 'nl', timeZone: 'Europe/Amsterdam' };

async function makeToken(): Promise<string> {
  const link = await makeSetupLink(app.context, app.url);
  expect(link).toMatch(new RegExp(`^${app.url}/setup#[\\w-]{43}$`));
  return link.split('#')[1]!;
}

const setUp = (token: string, change: object = {}) =>
  app.stranger().post<SignedInView>('/setup', { token, organisation, administrator, ...change });
const getOrganisation = async () => (await app.stranger().get<OrganisationView>('/organisation')).body;
const codeOf = (answer: Parameters<typeof problemOf>[0]) => problemOf(answer).code;

test('the link makes the organisation and an administrator with every role, who is signed in', async () => {
  expect(await getOrganisation()).toMatchObject({ name: null, setupNeeded: true });
  const client = app.stranger();
  const token = await makeToken();
  const answer = await client.post<SignedInView>('/setup', { token, organisation, administrator });
  expect(answer.status).toBe(201);
  expect(answer.body.user.roles).toEqual([...roles]);
  expect((await client.get('/session')).status).toBe(200);
  expect(await getOrganisation()).toEqual({ ...organisation, setupNeeded: false, example: false });
});

test('it works once: afterwards set-up is done, for this link and any other', async () => {
  const [first, second] = [await makeToken(), await makeToken()];
  expect((await setUp(first)).status).toBe(201);
  expect([codeOf(await setUp(first)), codeOf(await setUp(second)), codeOf(await setUp('x'))]).toEqual(
    Array(3).fill('setup-done'),
  );
  expect(await app.database.query('select from one_time_links')).toHaveLength(0);
});

test('a wrong token makes nothing, and guessing it is slowed down', async () => {
  const token = await makeToken();
  expect(codeOf(await setUp('A'.repeat(43)))).toBe('setup-link-invalid');
  expect((await getOrganisation()).setupNeeded).toBe(true);
  await app.database.query('update sign_in_throttles set failures = 100');
  expect(codeOf(await setUp(token))).toBe('too-many-attempts');
});

test('a link is good for seven days', async () => {
  const token = await makeToken();
  app.clock.advance({ days: 7 });
  expect(codeOf(await setUp(token))).toBe('setup-link-invalid');
  expect((await setUp(await makeToken())).status).toBe(201);
});

test('a set-up link sets no password', async () => {
  const token = await makeToken();
  expect(codeOf(await app.stranger().post('/password-links/read', { token }))).toBe('password-link-invalid');
  const used = await app.stranger().post('/password-links/use', { token, password: testPassword });
  expect(codeOf(used)).toBe('password-link-invalid');
});

test('what is not right is named, and the link stays good: all is done or nothing', async () => {
  const token = await makeToken();
  const refused = await setUp(token, { administrator: { ...administrator, password: 'password' } });
  expect(problemOf(refused).errors?.[0]?.field).toBe('administrator.password');
  const wrong = await setUp(token, {
    organisation: { name: '', language: 'xx', timeZone: 'Mars/Olympus' },
    administrator: { ...administrator, email: 'x', roles: ['admin'] },
  });
  const fields = problemOf(wrong).errors?.map(({ field }) => field);
  expect(fields?.toSorted()).toEqual([
    'administrator.email',
    'administrator.roles',
    'organisation.language',
    'organisation.name',
    'organisation.timeZone',
  ]);
  expect(await getOrganisation()).toMatchObject({ name: null, setupNeeded: true });
  expect(await app.database.query('select from users')).toHaveLength(0);
  expect((await setUp(token)).status).toBe(201);
});

test('of two who set up at the same moment, with one link or with two, one does', async () => {
  const [one, two] = [await makeToken(), await makeToken()];
  const answers = await Promise.all(
    [one, two, one, two].map((token, n) =>
      setUp(token, { administrator: { ...administrator, email: `racer${n}@example.org` } }),
    ),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409]);
  expect(await app.database.query('select from users')).toHaveLength(1);
});

test('the organisation is changed by an administrator, and what is not sent stays', async () => {
  await setUp(await makeToken());
  const admin = await app.signedIn('admin');
  const changed = await admin.patch<OrganisationView>('/organisation', { timeZone: 'America/Paramaribo' });
  const open = { ...organisation, timeZone: 'America/Paramaribo', setupNeeded: false, example: false };
  expect(changed.body).toEqual({ ...open, crmLink: null, addressDays: 90 });
  expect((await admin.patch<OrganisationView>('/organisation', {})).body).toEqual(changed.body);
  expect(problemOf(await admin.patch('/organisation', { timeZone: 'Nowhere' })).errors?.[0]?.field).toBe(
    'timeZone',
  );
  // Whether it is the example office nobody can change.
  expect((await admin.patch('/organisation', { example: true })).status).toBe(400);
  // The settings are not for people who have not signed in.
  expect(await getOrganisation()).toEqual(open);
});
