import { afterAll, beforeAll, expect, test } from 'vitest';
import { isCode } from '../../shared/codes/code.ts';
import type { MailingPreview } from '../../shared/contracts/mailings.ts';
import { type ApiClient, problemOf } from '../support/api-client.ts';
import {
  getMailing,
  importCustomers,
  issueMailing,
  listPapers,
  mailingBody,
  signedInForRegister,
} from '../support/register.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let owner: ApiClient;

beforeAll(async () => {
  app = await startTestApp();
  owner = await signedInForRegister(app);
  await importCustomers(owner, 12);
  const { body } = await owner.get<{ items: { id: string; ref: string }[] }>('/customers?limit=50');
  const idOf = (ref: string) => body.items.find((each) => each.ref === ref)?.id;
  await owner.patch(`/customers/${idOf('K-11')}`, { doNotMail: 'objection' });
  await owner.patch(`/customers/${idOf('K-12')}`, { doNotMail: 'deceased' });
});

afterAll(() => app.stop());

test('a mailing gives everybody who may be mailed one paper with a code of its own', async () => {
  const id = await issueMailing(owner, { name: 'To all', expectedBy: '2027-03-26' });
  const papers = await listPapers(owner, id);
  expect(papers).toHaveLength(10);
  expect(new Set(papers.map(({ code }) => code)).size).toBe(10);
  expect(papers.every(({ code }) => isCode(code) && /^[1-6]/.test(code))).toBe(true);
  expect(papers.map(({ runNumber }) => runNumber)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(papers.some(({ customer }) => ['K-11', 'K-12'].includes(customer.ref))).toBe(false);
  const { figures, state } = await getMailing(owner, id);
  expect(state).toBe('issued');
  expect(figures).toMatchObject({
    issued: 10,
    void: 0,
    mailed: 0,
    answered: 0,
    undeliverable: 0,
    overdue: 0,
  });
});

test('before it is issued one sees how many get it, and who is left out and why', async () => {
  const refs = ['K-1', 'K-2', 'K-1', 'K-11', 'K-99'];
  const answer = await owner.post<MailingPreview>(
    '/mailings?dryRun=true',
    mailingBody({ customers: { refs } }),
  );
  expect(answer.status).toBe(200);
  expect(answer.body.documents).toBe(2);
  expect(answer.body.leftOut).toEqual([
    { reason: 'named-twice', customers: 1, refs: ['K-1'] },
    { reason: 'objection', customers: 1, refs: ['K-11'] },
    { reason: 'unknown-customer', customers: 1, refs: ['K-99'] },
  ]);
});

test('the same request with the same key issues once, also when it is sent five times at once', async () => {
  const send = (body = mailingBody({ name: 'Once' })) =>
    owner.post<{ id: string; documents: number }>('/mailings', body, {
      headers: { 'idempotency-key': 'k-once' },
    });
  const answers = await Promise.all([send(), send(), send(), send(), send()]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  expect(await listPapers(owner, answers[0]?.body.id ?? '')).toHaveLength(10);
  const other = await send(mailingBody({ name: 'Something else' }));
  expect(problemOf(other).code).toBe('request-key-reused');
});

test('marked as mailed, every paper is sent; doing it again changes nothing', async () => {
  const id = await issueMailing(owner, { name: 'Mailed' });
  const at = '2027-03-09T10:00:00Z';
  for (let time = 0; time < 2; time += 1) {
    expect((await owner.post(`/mailings/${id}/mailed`, { at })).status).toBe(200);
  }
  const [first] = await listPapers(owner, id);
  expect(first?.status).toMatchObject({ sent: 1, answer: 0 });
  expect(first?.place).toMatchObject({ state: 'sent', known: 'list', since: '2027-03-09T10:00:00.000Z' });
  const events = await owner.get<{ items: { kind: string; moment?: string }[] }>(
    `/documents/${first?.code}/events`,
  );
  expect(events.body.items.map(({ kind, moment }) => moment ?? kind)).toEqual(['issued', 'mailed']);
  expect((await getMailing(owner, id)).figures).toMatchObject({ issued: 10, mailed: 10 });
  expect(await listPapers(owner, id, '?only=not-mailed')).toHaveLength(0);
  expect(await listPapers(owner, id, '?variable=sent&value=1')).toHaveLength(10);
});

test.each([
  ['tomorrow', '2027-03-10T09:00:00Z', 'date-to-come'],
  ['in six minutes', '2027-03-09T10:06:00Z', 'date-to-come'],
  ['before it was issued', '2027-03-09T09:54:00Z', 'before-issued'],
])('what is mailed %s is refused at the field, and nothing is marked', async (_when, at, code) => {
  const id = await issueMailing(owner, { name: 'Too early' });
  const problem = problemOf(await owner.post(`/mailings/${id}/mailed`, { at }));
  expect(problem).toMatchObject({ code: 'invalid-request', errors: [{ field: 'at', code }] });
  const mailing = await getMailing(owner, id);
  expect([mailing.mailedAt, mailing.figures.mailed]).toEqual([null, 0]);
});

test('a clock that runs a few minutes ahead or behind marks all the same', async () => {
  for (const at of ['2027-03-09T10:04:00Z', '2027-03-09T09:56:00Z']) {
    const id = await issueMailing(owner, { name: `Mailed at ${at}` });
    expect((await owner.post(`/mailings/${id}/mailed`, { at })).status).toBe(200);
  }
});

test('a mailing can be cancelled until it is mailed; its papers are void for ever', async () => {
  const id = await issueMailing(owner, { name: 'Cancelled' });
  expect((await owner.post(`/mailings/${id}/cancel`, {})).status).toBe(200);
  const papers = await listPapers(owner, id);
  expect(papers.every(({ place }) => place.state === 'void')).toBe(true);
  expect((await getMailing(owner, id)).figures).toMatchObject({ issued: 10, void: 10, mailed: 0 });
  expect(problemOf(await owner.post(`/mailings/${id}/mailed`, { at: '2027-03-09T10:00:00Z' })).code).toBe(
    'mailing-cancelled',
  );

  const mailed = await issueMailing(owner, { name: 'Gone' });
  await owner.post(`/mailings/${mailed}/mailed`, { at: '2027-03-09T10:00:00Z' });
  expect(problemOf(await owner.post(`/mailings/${mailed}/cancel`, {})).code).toBe('mailing-mailed');
});

test('a cancelled paper is left out of what is mailed and of what is merged', async () => {
  const id = await issueMailing(owner, { name: 'All but one' });
  const [first] = await listPapers(owner, id);
  expect((await owner.post(`/documents/${first?.code}/cancel`, {})).status).toBe(200);
  await owner.post(`/mailings/${id}/mailed`, { at: '2027-03-09T10:00:00Z' });
  expect((await getMailing(owner, id)).figures).toMatchObject({ issued: 10, void: 1, mailed: 9 });
  expect((await listPapers(owner, id, '?only=void')).map(({ code }) => code)).toEqual([first?.code]);
  const { body } = await owner.get<string>(`/mailings/${id}/merge.csv`);
  expect(body.trim().split('\r\n')).toHaveLength(10);
});

test('after the day by which an answer was expected, what is open is overdue', async () => {
  const id = await issueMailing(owner, { name: 'Late', expectedBy: '2027-03-11' });
  await owner.post(`/mailings/${id}/mailed`, { at: '2027-03-09T10:00:00Z' });
  expect((await getMailing(owner, id)).figures.overdue).toBe(0);
  expect(await listPapers(owner, id, '?only=overdue')).toHaveLength(0);
  app.clock.advance({ days: 3 });
  const later = await signedInForRegister(app);
  expect((await getMailing(later, id)).figures.overdue).toBe(10);
  expect(await listPapers(later, id, '?only=overdue')).toHaveLength(10);
  app.clock.advance({ days: -3 });
});

test('merge data opens right in a spreadsheet and cannot run a formula', async () => {
  await owner.post('/customers', { ref: 'F-1', name: '=HYPERLINK("http://x")', city: '+31' });
  const id = await issueMailing(owner, { name: 'Formula', customers: { refs: ['F-1'] } });
  const answer = await owner.get<string>(`/mailings/${id}/merge.csv`);
  expect(answer.headers.get('content-type')).toMatch(/^text\/csv/);
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename=merge.csv');
  const [paper] = await listPapers(owner, id);
  const grouped = paper?.code.replace(/(\d{4})(?=\d)/g, '$1 ');
  expect(answer.body).toContain(`${grouped},1,F-1,"'=HYPERLINK(""http://x"")",'+31,`);
  const dutch = await owner.get<string>(`/mailings/${id}/merge.csv`, {
    headers: { 'accept-language': 'nl' },
  });
  expect(dutch.body).toContain('code;run;ref;name');
});

test('a mailing to nobody, of no known type or with a day that has been is refused, naming the field', async () => {
  const refuse = async (asked: object) =>
    problemOf(await owner.post('/mailings', { ...mailingBody(), ...asked }));
  expect((await refuse({ customers: { refs: ['K-11', 'nobody'] } })).code).toBe('mailing-empty');
  expect((await refuse({ documentType: 'poem' })).errors?.[0]).toMatchObject({ field: 'documentType' });
  expect((await refuse({ expectedBy: '2027-03-09' })).errors?.[0]).toMatchObject({ field: 'expectedBy' });
  expect((await refuse({ customers: { all: false } })).code).toBe('invalid-request');
  expect((await refuse({ name: '' })).errors?.[0]).toMatchObject({ field: 'name' });
  const none = await owner.get('/mailings/00000000-0000-4000-8000-000000000000');
  expect(problemOf(none).code).toBe('not-found');
});

test('a look at who is in a mailing is on record', async () => {
  const id = await issueMailing(owner, { name: 'Looked at' });
  await listPapers(owner, id);
  const rows = await app.database.query<{ action: string }>(
    'select action from access_log where subject_id = $1 order by id',
    [id],
  );
  expect(rows.map(({ action }) => action)).toEqual(['mailings.papers-listed']);
});
