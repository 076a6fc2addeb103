import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DocumentView, EventView } from '../../shared/contracts/documents.ts';
import type { DossierView } from '../../shared/contracts/dossiers.ts';
import { type ApiClient, problemOf } from '../support/api-client.ts';
import { makePlaces, placePaper } from '../support/archive.ts';
import { importCustomers, issueMailing, listPapers, signedInForRegister } from '../support/register.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let owner: ApiClient;
let mailroom: ApiClient;
let mailing: string;

beforeAll(async () => {
  app = await startTestApp();
  owner = await signedInForRegister(app);
  mailroom = await app.signedIn('mailroom');
  await importCustomers(owner, 6);
  mailing = await issueMailing(owner, { name: 'Direct debit', expectedBy: '2027-03-26' });
});

afterAll(() => app.stop());

const paperAt = async (index: number) => {
  const paper = (await listPapers(owner, mailing))[index];
  if (!paper) throw new Error('no such paper');
  return paper;
};

test('a paper is found by its code, written with or without blanks, in words of the reader', async () => {
  const { code, customer } = await paperAt(0);
  const grouped = code.replace(/(\d{4})(?=\d)/g, '$1%20');
  const { body } = await owner.get<DocumentView>(`/documents/${grouped}`);
  expect(body).toMatchObject({
    code,
    type: { key: 'coupon', name: 'Coupon' },
    mailing: { id: mailing, name: 'Direct debit', expectedBy: '2027-03-26' },
    runNumber: 1,
    customer: { ref: customer.ref },
    status: { sent: 0, answer: 0, undeliverable: 0, remark: 0 },
    words: { headline: 'Not yet mailed', details: [] },
    place: { state: 'not-yet-mailed', path: [] },
  });
  const dutch = await owner.get<DocumentView>(`/documents/${code}`, {
    headers: { 'accept-language': 'nl-NL' },
  });
  expect(dutch.body.words.headline).toBe('Nog niet verzonden');
});

test('the mailroom sees the paper, and not whose it is', async () => {
  const { code } = await paperAt(0);
  const { body } = await mailroom.get<DocumentView>(`/documents/${code}`);
  expect(body.code).toBe(code);
  expect(body.customer).toBeUndefined();
});

test('a code with a slip is refused with what is wrong; one of another sort says of what sort it is', async () => {
  const { code } = await paperAt(0);
  const swapped = code.slice(0, 4) + code[5] + code[4] + code.slice(6);
  if (swapped !== code) {
    const problem = problemOf(await owner.get(`/documents/${swapped}`));
    expect(problem.code).toBe('invalid-request');
    expect(problem.errors?.[0]).toMatchObject({ field: 'code' });
    expect(problem.detail).toMatch(/swapped|check digits/i);
  }
  const { box } = await makePlaces(owner);
  const problem = problemOf(await owner.get(`/documents/${box.code}`));
  expect(problem).toMatchObject({ code: 'not-found', detail: expect.stringContaining('container') });
});

test('one paper can be cancelled before it is mailed, and not after', async () => {
  const { code } = await paperAt(1);
  const cancelled = await owner.post<DocumentView>(`/documents/${code}/cancel`, undefined);
  expect(cancelled.body.place.state).toBe('void');
  expect((await owner.post(`/documents/${code}/cancel`, undefined)).status).toBe(200);
  const other = await issueMailing(owner, { name: 'Gone', customers: { refs: ['K-1'] } });
  await owner.post(`/mailings/${other}/mailed`, { at: '2027-03-09T10:00:00Z' });
  const [gone] = await listPapers(owner, other);
  expect(problemOf(await owner.post(`/documents/${gone?.code}/cancel`, undefined)).code).toBe(
    'document-mailed',
  );
});

test('a paper that is not where it should lie becomes unknown, with who and when; its history says where it was', async () => {
  const { code } = await paperAt(2);
  expect(problemOf(await mailroom.post(`/documents/${code}/missing`, undefined)).code).toBe(
    'document-not-placed',
  );
  const { box } = await makePlaces(owner);
  await placePaper(app, code, box.code);
  expect((await owner.get<DocumentView>(`/documents/${code}`)).body.place).toMatchObject({
    state: 'placed',
    path: [{ name: 'Kadehuis' }, { name: 'Room 0.14' }, { name: box.name }],
    known: 'scanned',
  });
  const missing = await mailroom.post<DocumentView>(`/documents/${code}/missing`, undefined);
  expect(missing.body.place).toMatchObject({ state: 'unknown', path: [], known: 'reported' });
  const { body } = await owner.get<{ items: EventView[] }>(`/documents/${code}/events`);
  expect(body.items.map(({ kind }) => kind)).toEqual(['issued', 'placed', 'missing']);
  const last = body.items.at(-1);
  expect(last).toMatchObject({ by: { name: 'Test mailroom' } });
  expect(last?.place?.path.at(-1)?.name).toBe(box.name);
});

test('a place that was taken away is still named in the history of what lay there', async () => {
  const { code } = await paperAt(5);
  const { box } = await makePlaces(owner);
  await placePaper(app, code, box.code);
  await mailroom.post(`/documents/${code}/missing`, undefined);
  expect((await owner.delete(`/places/${box.code}`)).status).toBe(204);
  const { body } = await owner.get<{ items: EventView[] }>(`/documents/${code}/events`);
  expect(body.items[1]?.place?.path).toMatchObject([
    { name: 'Kadehuis' },
    { name: 'Room 0.14' },
    { name: box.name, code: box.code, removed: true },
  ]);
  expect(body.items[1]?.place?.path[1]).not.toHaveProperty('removed');
});

test('a box moved with a paper in it takes the paper along, without touching the paper', async () => {
  const { code } = await paperAt(3);
  const { site, box } = await makePlaces(owner);
  await placePaper(app, code, box.code);
  const before = await app.database.query('select version, since from documents where code = $1', [code]);
  app.clock.advance({ hours: 1 });
  await owner.patch(`/places/${box.code}`, { in: site.code });
  const { body } = await owner.get<DocumentView>(`/documents/${code}`);
  expect(body.place.path.map(({ name }) => name)).toEqual(['Kadehuis', box.name]);
  expect(body.place).toMatchObject({ known: 'with-container', since: app.clock.now().toISOString() });
  expect(await app.database.query('select version, since from documents where code = $1', [code])).toEqual(
    before,
  );
  const lying = await owner.get<{ items: DocumentView[] }>(`/places/${box.code}/documents`);
  expect(lying.body.items.map((paper) => paper.code)).toEqual([code]);
});

test('key points are refused where the type has none', async () => {
  const { code } = await paperAt(4);
  const problem = problemOf(await owner.patch(`/documents/${code}/key-points`, { amount: 3 }));
  expect(problem.errors?.[0]).toMatchObject({ field: 'amount', code: 'key-point-wrong' });
});

test('key points of a type that has some are filled in, seen again, and leave a trace without their values', async () => {
  const point = { name: 'amount', label: { en: 'Amount', nl: 'Bedrag' }, type: 'amount' };
  await app.database.query(
    `insert into processes (document_type_id, version, definition, created_at)
     select document_type_id, 2, jsonb_set(definition, '{type,keyPoints}', $1), now()
       from processes join document_types t on t.id = document_type_id where t.key = 'contract'`,
    [JSON.stringify([point])],
  );
  const contract = await issueMailing(owner, {
    name: 'Contract',
    documentType: 'contract',
    customers: { refs: ['K-2'] },
  });
  const [paper] = await listPapers(owner, contract);
  const change = (body: object) => owner.patch<DocumentView>(`/documents/${paper?.code}/key-points`, body);
  expect((await change({ amount: 38.5 })).body.keyPoints).toEqual({ amount: 38.5 });
  expect((await change({ amount: 38.5 })).status).toBe(200);
  expect(problemOf(await change({ amount: 'much' })).errors?.[0]).toMatchObject({ field: 'amount' });
  const { body } = await owner.get<{ items: EventView[] }>(`/documents/${paper?.code}/events`);
  expect(body.items.map(({ kind }) => kind)).toEqual(['issued', 'key-points']);
  expect(JSON.stringify(body)).not.toContain('38.5');
});

test('a dossier shows the customer’s papers, newest mailing first, and every look is on record', async () => {
  const second = await issueMailing(owner, { name: 'Second round', documentType: 'letter' });
  const { customer } = (await listPapers(owner, second))[0] ?? {};
  const crm = await app.signedIn('crm');
  const { body } = await crm.get<DossierView>(`/customers/${customer?.id}/dossier`);
  expect(body.customer.ref).toBe(customer?.ref);
  expect(body.documents.map(({ mailing: { name } }) => name).slice(0, 1)).toEqual(['Second round']);
  expect(body.documents.length).toBeGreaterThanOrEqual(2);
  const looks = await app.database.query(
    `select action, subject_kind from access_log where subject_id = $1 and action = 'dossiers.opened'`,
    [customer?.id],
  );
  expect(looks).toEqual([{ action: 'dossiers.opened', subject_kind: 'customer' }]);
  expect(problemOf(await mailroom.get(`/customers/${customer?.id}/dossier`)).code).toBe('not-allowed');
});

test('a look at a paper is on record as one at its customer, where it says whose paper it is', async () => {
  const [paper] = await listPapers(owner, await issueMailing(owner, { name: 'Looked at' }));
  const looksAt = async (client: ApiClient) => {
    const before = await listLooks();
    const { body } = await client.get<DocumentView>(`/documents/${paper?.code}`);
    return { customer: body.customer?.id, looks: (await listLooks()).slice(before.length) };
  };
  const listLooks = async () =>
    (
      await app.database.query<{ subject_id: string }>(
        "select subject_id from access_log where action = 'documents.seen' order by id",
      )
    ).map(({ subject_id: id }) => id);
  const crm = await app.signedIn('crm');
  expect(await looksAt(crm)).toEqual({ customer: paper?.customer.id, looks: [paper?.customer.id] });
  expect(await looksAt(mailroom)).toEqual({ customer: undefined, looks: [] });
});

test('nobody can rewrite what happened: the application may append events, and no more', async () => {
  const { context } = app;
  for (const statement of ['update events set kind = 2', 'delete from events', 'truncate events']) {
    const refused = context.db.executeQuery({
      sql: statement,
      parameters: [],
      query: { kind: 'RawNode', sqlFragments: [statement], parameters: [] },
      queryId: { queryId: 'x' },
    } as never);
    await expect(refused).rejects.toMatchObject({ code: '42501' });
  }
});
