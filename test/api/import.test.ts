import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { CustomerView, ImportResult } from '../../shared/contracts/customers.ts';
import type { ApiClient } from '../support/api-client.ts';
import {
  madeFile,
  type StartedWorker,
  sendFile,
  startCustomersApp,
  startWorker,
  waitForJob,
} from '../support/customers-app.ts';
import type { TestApp } from '../support/test-app.ts';

let app: TestApp;
let campaign: ApiClient;
let worker: StartedWorker | undefined;

beforeAll(async () => {
  app = await startCustomersApp();
  campaign = await app.signedIn('campaign');
});

afterEach(async () => {
  await worker?.stop();
  worker = undefined;
  await app.database.query('delete from customers');
});

afterAll(() => app.stop());

const counted = ({ created, updated, unchanged, rejectedRows }: ImportResult) => [
  created,
  updated,
  unchanged,
  rejectedRows,
];

async function getByRef(ref: string): Promise<CustomerView> {
  return (await campaign.get<CustomerView>(`/customers/by-ref/${encodeURIComponent(ref)}`)).body;
}

const few =
  'ref;naam;woonplaats;adres1;adres2\r\nA/1;Anna Bakker;Utrecht;Kade 1;1234 AB Utrecht\r\nA/2;Bert Çelik;;;\r\n';

test('a small file is imported at once; the same file again changes nothing', async () => {
  const first = await sendFile(campaign, few);
  expect(first.status).toBe(200);
  expect(first.body).toEqual({
    created: 2,
    updated: 0,
    unchanged: 0,
    rejected: [],
    rejectedRows: 0,
    ignoredColumns: [],
  });
  expect(await getByRef('A/1')).toMatchObject({
    ref: 'A/1',
    name: 'Anna Bakker',
    city: 'Utrecht',
    addressLines: ['Kade 1', '1234 AB Utrecht'],
    doNotMail: null,
  });
  expect(await getByRef('A/2')).toMatchObject({ name: 'Bert Çelik', city: null, addressLines: null });
  expect(counted((await sendFile(campaign, few)).body)).toEqual([0, 0, 2, 0]);
});

test('a dry run tells the same numbers and changes nothing', async () => {
  await sendFile(campaign, 'ref,name\nA/1,Anna Bakker\n');
  const dry = await sendFile(campaign, few, '?dryRun=true');
  expect(counted(dry.body)).toEqual([1, 1, 0, 0]);
  expect((await getByRef('A/1')).city).toBeNull();
  expect((await campaign.get('/customers/by-ref/A%2F2')).status).toBe(404);
  expect((await sendFile(campaign, few)).body).toEqual(dry.body);
});

test('a customer who is missing in a later file stays; a column that is missing leaves what is there', async () => {
  await sendFile(campaign, few);
  const later = await sendFile(campaign, 'ref,name\nA/1,Anna Bakker-Smit\n');
  expect(counted(later.body)).toEqual([0, 1, 0, 0]);
  expect(await getByRef('A/1')).toMatchObject({
    name: 'Anna Bakker-Smit',
    city: 'Utrecht',
    addressLines: ['Kade 1', '1234 AB Utrecht'],
  });
  expect((await getByRef('A/2')).name).toBe('Bert Çelik');
});

test('an empty cell clears city and address, but lifts no do-not-mail: only "no" does', async () => {
  await sendFile(campaign, 'ref,name,city,address,niet mailen\n1,Anna,Delft,"Kade 1\nDelft",bezwaar\n');
  expect(await getByRef('1')).toMatchObject({
    city: 'Delft',
    addressLines: ['Kade 1', 'Delft'],
    doNotMail: 'objection',
  });
  await sendFile(campaign, 'ref,name,city,address,Do not mail\n1,Anna,,,\n');
  expect(await getByRef('1')).toMatchObject({ city: null, addressLines: null, doNotMail: 'objection' });
  await sendFile(campaign, 'ref,name,doNotMail\n1,Anna,no\n');
  expect((await getByRef('1')).doNotMail).toBeNull();
});

test('each reason is understood in both languages, and a bare yes counts as an objection', async () => {
  const said = [
    'objection',
    'Bezwaar',
    'deceased',
    'OVERLEDEN',
    'bad-address',
    'adres onjuist',
    'ja',
    'nee',
    '',
  ];
  const lines = said.map((reason, index) => `${index},Anna,${reason}`);
  await sendFile(campaign, ['ref,name,doNotMail', ...lines].join('\n'));
  const kept = await Promise.all(said.map(async (_, index) => (await getByRef(String(index))).doNotMail));
  expect(kept).toEqual([
    ...['objection', 'objection', 'deceased', 'deceased', 'bad-address', 'bad-address', 'objection'],
    ...[null, null],
  ]);
});

test('the postcode of a column of its own is printed before the city', async () => {
  await sendFile(campaign, 'Klantnummer\tNaam\tAdres\tPostcode\tPlaats\n7\tAnna\tKade 1\t1234 AB\tGouda\n');
  expect((await getByRef('7')).addressLines).toEqual(['Kade 1', '1234 AB  Gouda']);
});

test('columns in any order and language; others are left out, and that is told', async () => {
  const answer = await sendFile(campaign, 'E-mail,Woonplaats,RÉFERENTIE,Volledige naam\nx,Gouda,9,Anna\n');
  expect(answer.body).toMatchObject({ created: 1, ignoredColumns: ['E-mail'] });
  expect(await getByRef('9')).toMatchObject({ name: 'Anna', city: 'Gouda' });
});

test('5,000 customers are imported at once, 5,001 as a job whose result is the import', async () => {
  const atOnce = await sendFile(campaign, madeFile(5_000));
  expect([atOnce.status, ...counted(atOnce.body)]).toEqual([200, 5_000, 0, 0, 0]);
  const later = await sendFile<{ job: string }>(campaign, madeFile(5_001));
  expect(later.status).toBe(202);
  expect(later.headers.get('location')).toBe(`/api/v1/jobs/${later.body.job}`);
  worker = startWorker(app);
  const job = await waitForJob(campaign, later.body.job);
  expect(job).toMatchObject({ kind: 'customers.import', state: 'done', done: 5_001, total: 5_001 });
  expect(counted(job.result as ImportResult)).toEqual([1, 0, 5_000, 0]);
});

test('100,000 customers, stopped in the middle and taken up again: each once, and the counts are right', async () => {
  const file = `${madeFile(100_000)}K-1,Twice,,,\nK-100001,,,,\n`;
  await sendFile(campaign, 'ref,name\nK-2,Known already\n');
  const { body } = await sendFile<{ job: string }>(campaign, file);
  worker = startWorker(app);
  const seen = await waitForJob(campaign, body.job, ({ done }) => done > 5_000);
  expect(seen).toMatchObject({ state: 'running', total: 100_000 });
  expect(seen.done).toBeLessThan(100_000);
  await worker.stop();
  worker = startWorker(app);
  const job = await waitForJob(campaign, body.job);
  expect(job).toMatchObject({ state: 'done', done: 100_000, attempts: 2 });
  const result = job.result as ImportResult;
  expect(counted(result)).toEqual([99_999, 1, 0, 2]);
  expect(result.rejected).toMatchObject([
    { line: 100_002, field: 'ref', code: 'duplicate-ref', message: expect.stringContaining('line 2 ') },
    { line: 100_003, field: 'name', code: 'missing' },
  ]);
  const [count] = await app.database.query('select count(*)::int as customers from customers');
  expect(count).toEqual({ customers: 100_000 });
  await expectNothingLeft();

  const again = await sendFile<{ job: string }>(campaign, file);
  expect(counted((await waitForJob(campaign, again.body.job)).result as ImportResult)).toEqual([
    0, 0, 100_000, 2,
  ]);
}, 180_000);

test('a batch that a killed process had under way is not counted twice', async () => {
  const { body } = await sendFile<{ job: string }>(campaign, madeFile(30_000));
  // Long enough not to be done before it is stopped. As a killed process leaves it: running, with nobody who runs it, and a part of it done.
  worker = startWorker(app);
  await waitForJob(campaign, body.job, ({ done }) => done >= 1_000);
  await worker.stop();
  await app.database.query(`update jobs set state = 'running' where id = $1`, [body.job]);
  worker = startWorker(app);
  const job = await waitForJob(campaign, body.job);
  expect(counted(job.result as ImportResult)).toEqual([30_000, 0, 0, 0]);
}, 60_000);

test('a large dry run is a job too: it tells what would happen, and changes nothing', async () => {
  await sendFile(campaign, 'ref,name\nK-2,Known already\n');
  const { body } = await sendFile<{ job: string }>(campaign, madeFile(6_000), '?dryRun=true');
  worker = startWorker(app);
  const job = await waitForJob(campaign, body.job);
  expect(counted(job.result as ImportResult)).toEqual([5_999, 1, 0, 0]);
  expect((await getByRef('K-2')).name).toBe('Known already');
  await expectNothingLeft();
});

test('cancelled, a large import leaves what has been imported, and nothing of the rest of the file', async () => {
  const { body } = await sendFile<{ job: string }>(campaign, madeFile(100_000));
  worker = startWorker(app);
  await waitForJob(campaign, body.job, ({ done }) => done > 1_000);
  await campaign.post(`/jobs/${body.job}/cancel`, undefined);
  const job = await waitForJob(campaign, body.job);
  expect(job.state).toBe('cancelled');
  const [count] = await app.database.query('select count(*)::int as customers from customers');
  expect(count).toEqual({ customers: job.done });
  expect(job.done).toBeLessThan(100_000);
  expect(counted(job.result as ImportResult)).toEqual([job.done, 0, 0, 0]);
  await expectNothingLeft();
}, 120_000);

test('what is left of an import that was cancelled before it began goes within the hour', async () => {
  const { body } = await sendFile<{ job: string }>(campaign, madeFile(6_000));
  await campaign.post(`/jobs/${body.job}/cancel`, undefined);
  const { cleanUpImports } = await import('../../server/customers/import-job.ts');
  const job = await app.context.jobs.enqueue(app.context.db, { kind: cleanUpImports, input: {} });
  worker = startWorker(app);
  const admin = await app.signedIn('admin');
  expect((await waitForJob(admin, job)).state).toBe('done');
  await expectNothingLeft();
});

test('of very many rejections the first 10,000 are told, and all are counted', async () => {
  const { body } = await sendFile<{ job: string }>(
    campaign,
    `ref,name\n1,Anna\n${'1,Bert\n'.repeat(10_050)}`,
  );
  worker = startWorker(app);
  const { created, rejected, rejectedRows } = (await waitForJob(campaign, body.job)).result as ImportResult;
  expect([created, rejected.length, rejectedRows]).toEqual([1, 10_000, 10_050]);
});

test('two imports of the same customers in opposite order both come to an end', async () => {
  const [header = '', ...lines] = madeFile(4_000).trimEnd().split('\n');
  const backwards = [header, ...lines.toReversed()].join('\n');
  const answers = await Promise.all([sendFile(campaign, madeFile(4_000)), sendFile(campaign, backwards)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(answers.reduce((sum, { body }) => sum + body.created, 0)).toBe(4_000);
});

test('who may not import is refused, and who imports is on record', async () => {
  for (const role of ['crm', 'mailroom', 'records', 'privacy', 'admin'] as const) {
    expect((await sendFile(await app.signedIn(role), few)).status).toBe(403);
  }
  expect((await sendFile(app.stranger(), few)).status).toBe(401);
  await sendFile(campaign, few);
  const log = await app.database.query(`select action from access_log where action = 'customers.imported'`);
  expect(log.length).toBeGreaterThan(0);
});

async function expectNothingLeft(): Promise<void> {
  expect(await app.database.query('select number from customer_import_batches')).toEqual([]);
}
