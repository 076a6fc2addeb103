import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CustomerView } from '../../shared/contracts/customers.ts';
import type { OrganisationSettings, OrganisationView } from '../../shared/contracts/organisation.ts';
import { type ApiClient, problemOf } from '../support/api-client.ts';
import { startCustomersApp } from '../support/customers-app.ts';
import type { TestApp } from '../support/test-app.ts';

let app: TestApp;
let campaign: ApiClient;
let admin: ApiClient;

beforeAll(async () => {
  app = await startCustomersApp();
  campaign = await app.signedIn('campaign');
  admin = await app.signedIn('admin');
});

afterAll(() => app.stop());

async function add(details: object): Promise<CustomerView> {
  const answer = await campaign.post<CustomerView>('/customers', details);
  expect(answer.status).toBe(201);
  return answer.body;
}

async function lastAccess(): Promise<unknown> {
  const [row] = await app.database.query(
    'select action, subject_kind as kind, subject_id as id from access_log order by access_log.id desc limit 1',
  );
  return row;
}

test('a customer is added by hand with as little as reference and name', async () => {
  const customer = await add({ ref: ' A-1 ', name: 'Anna  Bakker' });
  expect(customer).toEqual({
    id: customer.id,
    ref: 'A-1',
    name: 'Anna  Bakker',
    city: null,
    addressLines: null,
    doNotMail: null,
    crmLink: null,
  });
  expect((await campaign.get(`/customers/${customer.id}`)).body).toEqual(customer);
});

test('a reference is given once; the field is named where it is taken', async () => {
  await add({ ref: 'B-1', name: 'Bert' });
  const other = await add({ ref: 'B-2', name: 'Bert' });
  for (const answer of [
    await campaign.post('/customers', { ref: 'B-1', name: 'Somebody else' }),
    await campaign.patch(`/customers/${other.id}`, { ref: 'B-1' }),
  ]) {
    expect(answer.status).toBe(409);
    expect(problemOf(answer)).toMatchObject({
      code: 'ref-taken',
      errors: [{ field: 'ref', code: 'ref-taken' }],
    });
  }
});

test('a customer is changed, marked as not to be mailed, and found by what he is called now', async () => {
  const { id } = await add({ ref: 'C-1', name: 'Cees', city: 'Delft', addressLines: ['Kade 1', 'Delft'] });
  const marked = await campaign.patch<CustomerView>(`/customers/${id}`, { doNotMail: 'deceased' });
  expect(marked.body).toMatchObject({
    name: 'Cees',
    city: 'Delft',
    addressLines: ['Kade 1', 'Delft'],
    doNotMail: 'deceased',
  });
  const change = { ref: 'C-9', name: 'Kees Uniquename', city: null, addressLines: null, doNotMail: null };
  expect((await campaign.patch(`/customers/${id}`, change)).body).toEqual({ id, crmLink: null, ...change });
  const found = await campaign.get<{ items: CustomerView[] }>('/customers?query=uniquename');
  expect(found.body.items.map((customer) => customer.id)).toEqual([id]);
});

test('two people who change different things at the same moment both have their way', async () => {
  const { id } = await add({ ref: 'C-2', name: 'Cees' });
  await Promise.all([
    campaign.patch(`/customers/${id}`, { city: 'Delft' }),
    campaign.patch(`/customers/${id}`, { doNotMail: 'objection' }),
  ]);
  expect((await campaign.get(`/customers/${id}`)).body).toMatchObject({
    city: 'Delft',
    doNotMail: 'objection',
  });
});

test('what cannot be kept is refused with its field', async () => {
  const wrong: [object, string][] = [
    [{ ref: '', name: 'x' }, 'ref'],
    [{ ref: 'x'.repeat(81), name: 'x' }, 'ref'],
    [{ ref: 'x', name: 'two\nlines' }, 'name'],
    [{ ref: 'x', name: 'nul\0' }, 'name'],
    [{ ref: 'x', name: 'x', addressLines: [] }, 'addressLines'],
    [{ ref: 'x', name: 'x', addressLines: Array(7).fill('x') }, 'addressLines'],
    [{ ref: 'x', name: 'x', doNotMail: 'because' }, 'doNotMail'],
    [{ ref: 'x', name: 'x', shoeSize: 43 }, 'shoeSize'],
  ];
  for (const [body, field] of wrong) {
    const problem = problemOf(await campaign.post('/customers', body));
    expect([problem.code, problem.errors?.[0]?.field]).toEqual(['invalid-request', field]);
  }
});

test('a name of the longest sort in any script is kept', async () => {
  // One of these letters becomes eighteen when it is made comparable.
  const name = '\ufdfa'.repeat(200);
  expect((await add({ ref: '\ufdfa'.repeat(80), name, city: '𐐷'.repeat(60) })).name).toBe(name);
});

test('a reference with a slash, a percent sign or blanks is found by its address', async () => {
  for (const ref of ['2024/001', '100%', 'a b+c', 'Ж-1', '..']) {
    const { id } = await add({ ref, name: 'x' });
    const answer = await campaign.get<CustomerView>(
      `/customers/by-ref/${encodeURIComponent(ref).replaceAll('.', '%2E')}`,
    );
    if (ref !== '..') expect(answer.body.id).toBe(id);
  }
  expect((await campaign.get('/customers/by-ref/nobody')).status).toBe(404);
  expect((await campaign.get('/customers/00000000-0000-7000-8000-000000000000')).status).toBe(404);
});

test('a reference is the same whichever way its letters are put together', async () => {
  const { id } = await add({ ref: 'Zoe\u0308', name: 'x' });
  expect((await campaign.get<CustomerView>('/customers/by-ref/Zo%C3%AB')).body.id).toBe(id);
  expect((await campaign.post('/customers', { ref: 'Zo\u00eb', name: 'x' })).status).toBe(409);
});

test('all customers are listed by reference, page by page', async () => {
  const refs: string[] = [];
  let cursor = '';
  do {
    const { body } = await campaign.get<{ items: CustomerView[]; nextCursor: string | null }>(
      `/customers?limit=3${cursor && `&cursor=${cursor}`}`,
    );
    expect(body.items.length).toBeLessThanOrEqual(3);
    refs.push(...body.items.map(({ ref }) => ref));
    cursor = body.nextCursor ?? '';
  } while (cursor !== '');
  const rows = await app.database.query<{ ref: string }>('select ref from customers order by ref');
  expect(refs).toEqual(rows.map(({ ref }) => ref));
  expect(refs.length).toBeGreaterThan(8);
  expect(problemOf(await campaign.get('/customers?cursor=nonsense')).code).toBe('cursor-invalid');
  expect(problemOf(await campaign.get('/customers?query=x&cursor=nonsense')).code).toBe('cursor-invalid');
});

test('every look at customers is on record, with who was looked at', async () => {
  const { id } = await add({ ref: 'D-1', name: 'Dirk' });
  expect(await lastAccess()).toEqual({ action: 'customers.added', kind: 'customer', id });
  await campaign.get('/customers?query=dirk');
  expect(await lastAccess()).toEqual({ action: 'customers.listed', kind: null, id: null });
  await campaign.get(`/customers/${id}`);
  expect(await lastAccess()).toEqual({ action: 'customers.seen', kind: 'customer', id });
  await campaign.patch(`/customers/${id}`, {});
  expect(await lastAccess()).toEqual({ action: 'customers.changed', kind: 'customer', id });
  await campaign.get('/customers/by-ref/D-1');
  expect(await lastAccess()).toEqual({ action: 'customers.seen', kind: 'customer', id });
});

test('the link to the CRM is made from the pattern in the settings', async () => {
  const { id } = await add({ ref: 'a/b $& ë', name: 'x' });
  const crmLink = 'https://crm.example/contacts/{ref}?from={ref}';
  const changed = await admin.patch<OrganisationSettings>('/organisation', { crmLink, addressDays: 30 });
  expect(changed.body).toMatchObject({ crmLink, addressDays: 30 });
  expect((await admin.get('/organisation/settings')).body).toEqual({ crmLink, addressDays: 30 });
  const ref = 'a%2Fb%20%24%26%20%C3%AB';
  const { body } = await campaign.get<CustomerView>(`/customers/${id}`);
  expect(body.crmLink).toBe(`https://crm.example/contacts/${ref}?from=${ref}`);
  await admin.patch('/organisation', { crmLink: null });
  expect((await campaign.get<CustomerView>(`/customers/${id}`)).body.crmLink).toBeNull();
});

test('a pattern that is no web address, or names no reference, is refused', async () => {
  const wrong = [
    'crm.example/{ref}',
    'javascript:alert("{ref}")',
    'https://crm.example/',
    'https://{ref}',
    'ftp://a/{ref}',
  ];
  for (const crmLink of wrong) {
    expect(problemOf(await admin.patch('/organisation', { crmLink })).errors?.[0]?.field).toBe('crmLink');
  }
  for (const addressDays of [-1, 3651, 1.5]) {
    expect((await admin.patch('/organisation', { addressDays })).status).toBe(400);
  }
});

test('the settings are not for everybody', async () => {
  const answer = await app.stranger().get<OrganisationView>('/organisation');
  expect(Object.keys(answer.body).sort()).toEqual(['example', 'language', 'name', 'setupNeeded', 'timeZone']);
  expect((await app.stranger().get('/organisation/settings')).status).toBe(401);
  expect((await campaign.get('/organisation/settings')).status).toBe(403);
});

test('who may not see or change customers is refused', async () => {
  const { id } = await add({ ref: 'E-1', name: 'Els' });
  for (const role of ['mailroom', 'records', 'admin'] as const) {
    const client = await app.signedIn(role);
    for (const path of ['/customers', `/customers/${id}`, '/customers/by-ref/E-1']) {
      expect((await client.get(path)).status).toBe(403);
    }
  }
  for (const role of ['mailroom', 'records', 'admin', 'crm', 'privacy'] as const) {
    const client = await app.signedIn(role);
    expect((await client.post('/customers', { ref: 'E-2', name: 'x' })).status).toBe(403);
    expect((await client.patch(`/customers/${id}`, { name: 'x' })).status).toBe(403);
  }
  expect((await (await app.signedIn('crm')).get(`/customers/${id}`)).status).toBe(200);
  expect((await app.stranger().get('/customers')).status).toBe(401);
});
