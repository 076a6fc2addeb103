import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CustomerView } from '../../shared/contracts/customers.ts';
import type { AccessLogEntryView } from '../../shared/contracts/privacy.ts';
import { type ApiClient, problemOf } from '../support/api-client.ts';
import { addPerson, ownId, withKey } from '../support/people.ts';
import { importCustomers, issueMailing, listPapers, signedInForRegister } from '../support/register.ts';
import { bodyOf } from '../support/scans.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let owner: ApiClient;
let crm: ApiClient;
let privacy: ApiClient;

beforeAll(async () => {
  app = await startTestApp();
  owner = await signedInForRegister(app);
  crm = await app.signedIn('crm');
  privacy = await app.signedIn('privacy');
  await importCustomers(owner, 3);
});

afterAll(() => app.stop());

async function customer(ref: string): Promise<CustomerView> {
  const { items } = bodyOf(await owner.get<{ items: CustomerView[] }>(`/customers?query=${ref}`));
  const found = items.find((each) => each.ref === ref);
  if (!found) throw new Error(`no customer ${ref}`);
  return found;
}

/** What the newest entry of this action says was looked at. */
async function lastSubject(action: string, reader = privacy) {
  const log = await reader.get<{ items: AccessLogEntryView[] }>(`/access-log?limit=1&action=${action}`);
  return bodyOf(log).items[0]?.subject;
}

test('whose dossier was opened is named as he is called now, with his reference', async () => {
  const { id, ref, name } = await customer('K-1');
  await crm.get(`/customers/${id}/dossier`);
  expect(await lastSubject('dossiers.opened')).toEqual({ kind: 'customer', id, name, ref, gone: false });
  await owner.patch(`/customers/${id}`, { name: 'Aldering since the wedding' });
  expect(await lastSubject('dossiers.opened')).toMatchObject({ name: 'Aldering since the wedding' });
  const kept = await app.database.query<{ row: string }>(
    'select row_to_json(l)::text as row from access_log l',
  );
  expect(kept.filter(({ row }) => /Aldering|K-1/.test(row))).toEqual([]);
});

test('a mailing whose papers were looked through is named', async () => {
  const id = await issueMailing(owner, { name: 'Direct debit 2027' });
  await listPapers(owner, id);
  const named = { kind: 'mailing', id, name: 'Direct debit 2027', ref: null, gone: false };
  expect(await lastSubject('mailings.papers-listed')).toEqual(named);
});

test('who may not read customers has the reference alone, and no names of mailings', async () => {
  const { id, ref } = await customer('K-2');
  await crm.get(`/customers/${id}/dossier`);
  const { client } = await withKey(app, await app.signedIn('privacy', 'admin'), 'accounts.audit');
  const bare = { name: null, gone: false };
  expect(await lastSubject('dossiers.opened', client)).toEqual({ ...bare, kind: 'customer', id, ref });
  expect(await lastSubject('mailings.papers-listed', client)).toMatchObject({
    ...bare,
    kind: 'mailing',
    ref: null,
  });
});

test('a paper of his that was looked at counts as him, and a box whose papers were looked through as the box', async () => {
  const id = await issueMailing(owner, { name: 'Looked at one by one' });
  const [paper] = await listPapers(owner, id);
  await crm.get(`/documents/${paper?.code}`);
  expect(await lastSubject('documents.seen')).toMatchObject({ kind: 'customer', id: paper?.customer.id });
  const room = await owner.post<{ code: string }>('/locations', { kind: 'site', name: 'Kadehuis' });
  const { code } = bodyOf(room);
  bodyOf(await crm.get(`/places/${code}/documents`));
  const named = { kind: 'place', id: code, name: 'Kadehuis', ref: null, gone: false };
  expect(await lastSubject('contents.listed')).toEqual(named);
  const { client } = await withKey(app, await app.signedIn('privacy', 'admin'), 'accounts.audit');
  expect(await lastSubject('contents.listed', client)).toEqual({ ...named, name: null });
});

test('what has been erased since says so, and every look at it is still found', async () => {
  await owner.post('/customers', { ref: 'K-99', name: 'Soon gone' });
  const { id } = await customer('K-99');
  await crm.get(`/customers/${id}/dossier`);
  await app.database.query('delete from customers where id = $1', [id]);
  const erased = { kind: 'customer', id, name: null, ref: null, gone: true };
  expect(await lastSubject('dossiers.opened')).toEqual(erased);
  const { items } = bodyOf(await privacy.get<{ items: AccessLogEntryView[] }>(`/access-log?subject=${id}`));
  expect(items.map(({ action }) => action)).toEqual(['dossiers.opened', 'customers.added']);
});

test('one can choose among everybody of whom a look is on record, and nobody else, by name alone', async () => {
  const admin = await app.signedIn('admin');
  await addPerson(admin, { email: 'never-looked@example.org', name: 'Never Looked' });
  await privacy.get('/access-log');
  const people = async () => bodyOf(await privacy.get<{ items: unknown[] }>('/access-log/people')).items;
  expect(await people()).toEqual([
    { id: await ownId(crm), name: 'Test crm' },
    { id: await ownId(owner), name: 'Test crm-campaign-records' },
    { id: await ownId(privacy), name: 'Test privacy' },
    { id: expect.any(String), name: 'Test privacy-admin' },
  ]);
  // Also who has left: what he saw stays on record.
  await admin.patch(`/users/${await ownId(crm)}`, { active: false });
  expect(await people()).toHaveLength(4);
  expect(problemOf(await admin.get('/access-log/people')).code).toBe('not-allowed');
});
