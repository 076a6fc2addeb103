import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  checkIssuing,
  isIssuingStopped,
  issueCodes,
  resumeIssuing,
} from '../../server/codes/codes.service.ts';
import { type Code, codeKind, isCode } from '../../shared/codes/code.ts';
import { type ApiClient, problemOf } from '../support/api-client.ts';
import {
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
  await importCustomers(owner, 40);
});

afterAll(() => app.stop());

test('many who issue at once never get the same code', async () => {
  const { db } = app.context;
  const issue = (count: number) => db.transaction().execute((tx) => issueCodes(tx, 'document', count));
  const parts = await Promise.all(Array.from({ length: 40 }, (_, n) => issue(1 + (n % 7) * 50)));
  const codes = parts.flat();
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.every((code) => isCode(code) && codeKind(code) === 'document')).toBe(true);
});

test('numbers of what was rolled back were given to nobody, and no gap is left', async () => {
  const { db } = app.context;
  let given: Code[] = [];
  const rolledBack = db.transaction().execute(async (tx) => {
    given = await issueCodes(tx, 'container', 3);
    throw new Error('changed my mind');
  });
  await expect(rolledBack).rejects.toThrow('changed my mind');
  expect(await db.transaction().execute((tx) => issueCodes(tx, 'container', 3))).toEqual(given);
});

test('two mailings and an import at once: each whole, no code twice', async () => {
  const [first, second] = await Promise.all([
    issueMailing(owner, { name: 'One' }),
    issueMailing(owner, { name: 'Two' }),
    importCustomers(owner, 60),
  ]);
  const papers = [
    ...(await listPapers(owner, first, '?limit=200')),
    ...(await listPapers(owner, second, '?limit=200')),
  ];
  expect(new Set(papers.map(({ code }) => code)).size).toBe(papers.length);
  expect([40, 60]).toContain((await listPapers(owner, first, '?limit=200')).length);
});

test('marking and cancelling one mailing at once: one of them wins, for all papers', async () => {
  for (let round = 0; round < 5; round += 1) {
    const id = await issueMailing(owner, { name: `Round ${round}` });
    const [marked, cancelled] = await Promise.all([
      owner.post(`/mailings/${id}/mailed`, { at: '2027-03-09T10:00:00Z' }),
      owner.post(`/mailings/${id}/cancel`, undefined),
    ]);
    expect([marked.status, cancelled.status].sort()).toEqual([200, 409]);
    const states = new Set((await listPapers(owner, id, '?limit=200')).map(({ place }) => place.state));
    expect([...states]).toEqual([marked.status === 200 ? 'sent' : 'void']);
  }
});

test('on a copy nothing is issued until an administrator has looked; all else goes on', async () => {
  const { context } = app;
  const here = { machine: 'mill', folder: '1:2' };
  await resumeIssuing(context, here, 1);
  expect(await checkIssuing(context, here)).toBe(true);
  expect(await checkIssuing(context, { ...here, folder: '1:3' })).toBe(false);
  expect(await isIssuingStopped(context)).toBe(true);
  const refused = await owner.post('/mailings', mailingBody({ name: 'On a copy' }));
  expect(problemOf(refused)).toMatchObject({ code: 'issuing-stopped', status: 409 });
  expect(
    (await owner.get<{ items: { name: string }[] }>('/mailings')).body.items.map(({ name }) => name),
  ).not.toContain('On a copy');
  // Coming back to where it was is no proof that the copy has issued nothing.
  expect(await checkIssuing(context, here)).toBe(false);
  const before = await lastNumber();
  await resumeIssuing(context, { ...here, folder: '1:3' });
  expect(await lastNumber()).toBe(before + 10_000_000);
  await issueMailing(owner, { name: 'After all' });
});

test('what an earlier version knew of its place is enough to go on, and from then on all of it counts', async () => {
  const { context } = app;
  await resumeIssuing(context, { machine: 'mill', folder: '1:2' }, 1);
  const here = { machine: 'mill', folder: '1:2', folderMade: '1000' };
  expect(await checkIssuing(context, here)).toBe(true);
  expect(await checkIssuing(context, { ...here, folderMade: '2000' })).toBe(false);
  await resumeIssuing(context, here, 1);
});

async function lastNumber(): Promise<number> {
  const [row] = await app.database.query<{ next: string }>(
    "select next from code_sequences where kind = 'document'",
  );
  return Number(row?.next);
}
