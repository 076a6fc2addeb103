import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { practiceCode } from '../../shared/codes/practice-code.ts';
import type { EventView } from '../../shared/contracts/documents.ts';
import type { GuideView } from '../../shared/contracts/guide.ts';
import type { ScanResult } from '../../shared/contracts/scanning.ts';
import { type ApiClient, problemOf } from '../support/api-client.ts';
import { importCustomers, issueMailing, listPapers, signedInForRegister } from '../support/register.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let owner: ApiClient;
let mailroom: ApiClient;

beforeAll(async () => {
  app = await startTestApp();
  owner = await signedInForRegister(app);
  mailroom = await app.signedIn('mailroom');
});

afterAll(() => app.stop());

const guideOf = async (client: ApiClient) => (await client.get<GuideView>('/guide')).body;
const nothing = { customers: 0, issued: false, mailing: null, practisedAt: null, closedAt: null };

test('the first steps are told from what there is, and who may see no mailing is not told its name', async () => {
  expect(await guideOf(owner)).toEqual(nothing);
  await importCustomers(owner, 3);
  expect(await guideOf(owner)).toEqual({ ...nothing, customers: 3 });
  const mailing = await issueMailing(owner, { name: 'Direct debit' });
  const seen = { ...nothing, customers: 3, issued: true };
  expect(await guideOf(owner)).toEqual({ ...seen, mailing: { id: mailing, name: 'Direct debit' } });
  expect(await guideOf(mailroom)).toEqual(seen);
});

test('looking at the guide is no look at people: nothing of it stands in the access log', async () => {
  const privacy = await app.signedIn('privacy');
  await guideOf(owner);
  const { body } = await privacy.get<{ items: { action: string }[] }>('/access-log');
  expect(body.items.filter(({ action }) => action === 'customers.listed')).toEqual([]);
});

test('practising and putting the guide away are each person’s own; the first practice stays the first', async () => {
  const first = (await mailroom.patch<GuideView>('/guide', { practised: true })).body.practisedAt;
  expect(first).not.toBeNull();
  app.clock.advance({ minutes: 1 });
  const closed = (await mailroom.patch<GuideView>('/guide', { practised: true, closed: true })).body;
  expect(closed.practisedAt).toBe(first);
  expect(closed.closedAt).not.toBeNull();
  const again = (await mailroom.patch<GuideView>('/guide', { closed: false })).body;
  expect([again.practisedAt, again.closedAt]).toEqual([first, null]);
  expect((await guideOf(owner)).practisedAt).toBeNull();
  expect(problemOf(await mailroom.patch('/guide', { practised: false })).code).toBe('invalid-request');
});

test('the practice label is never booked: not as a paper, not as a moment, not as a place', async () => {
  const [paper] = await listPapers(owner, (await guideOf(owner)).mailing?.id ?? '');
  const code = paper?.code ?? '';
  const events = async () =>
    (await owner.get<{ items: EventView[] }>(`/documents/${code}/events`)).body.items.map(({ kind }) => kind);
  const before = await events();
  const sentAt = new Date().toISOString();
  const scans = [
    { code: practiceCode, moment: 'answered-yes' },
    { code: practiceCode },
    { code, moment: practiceCode },
    { code, place: practiceCode },
  ].map((scan) => ({ ...scan, id: randomUUID(), at: sentAt }));
  const { body } = await mailroom.post<{ results: ScanResult[] }>('/scans', {
    station: 'Post desk 1',
    sentAt,
    scans,
  });
  const problems = body.results.map(({ outcome, problem, moment, place }) => [
    outcome,
    (problem ?? moment?.problem ?? place?.problem)?.code,
  ]);
  expect(problems).toEqual([
    ['refused', 'command-code'],
    ['refused', 'command-code'],
    ['refused', 'moment-unknown'],
    ['refused', 'place-unknown'],
  ]);
  expect(await events()).toEqual(before);
  expect((await owner.get(`/documents/${practiceCode}`)).status).toBeGreaterThanOrEqual(400);
});

test('no command is ever given the practice label’s code, and UNDO, CLEAR and DONE stay the only ones', async () => {
  const { body } = await mailroom.get<{ items: { name: string; code: string }[] }>('/commands');
  expect(body.items.map(({ name }) => name).sort()).toEqual(['CLEAR', 'DONE', 'UNDO']);
  expect(body.items.map(({ code }) => code)).not.toContain(practiceCode);
});
