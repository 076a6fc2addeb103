import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { JobView } from '../../shared/contracts/jobs.ts';
import type { ApiClient } from '../support/api-client.ts';
import { getMailing, insertCustomers, mailingBody, signedInForRegister } from '../support/register.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { withWorker } from '../support/with-worker.ts';

const customers = 30_000;
let app: TestApp;
let owner: ApiClient;

beforeAll(async () => {
  app = await startTestApp();
  owner = await signedInForRegister(app);
  await insertCustomers(app, customers);
});

afterAll(() => app.stop());

const getJob = async (id: string) => (await owner.get<JobView>(`/jobs/${id}`)).body;
const untilJob = (id: string, test: (job: JobView) => boolean) =>
  vi.waitUntil(async () => test(await getJob(id)), { timeout: 60_000, interval: 50 });

interface Accepted {
  id: string;
  job: string;
  documents: number;
}

const countPapers = async (mailing: string) => {
  const [row] = await app.database.query<{ papers: number; codes: number; last: number }>(
    `select count(*)::int as papers, count(distinct code)::int as codes, max(run_number) as last
       from documents where mailing_id = $1`,
    [mailing],
  );
  return row;
};

test('a large mailing is issued as a job; stopped in its middle it goes on, and issues nothing twice', async () => {
  const answer = await owner.post<Accepted>('/mailings', mailingBody({ name: 'Large' }));
  expect(answer.status).toBe(202);
  expect(answer.headers.get('location')).toBe(`/api/v1/jobs/${answer.body.job}`);
  expect(answer.body.documents).toBe(customers);
  const { id, job } = answer.body;
  await withWorker(app, () => untilJob(job, ({ done }) => done > 0).then(() => {}));
  expect((await getJob(job)).state).toBe('queued');
  expect((await getMailing(owner, id)).state).toBe('issuing');
  await withWorker(app, () => untilJob(job, ({ state }) => state === 'done').then(() => {}));
  expect(await countPapers(id)).toEqual({ papers: customers, codes: customers, last: customers });
  expect((await getMailing(owner, id)).figures.issued).toBe(customers);

  const mailed = await owner.post<unknown>(`/mailings/${id}/mailed`, { at: '2027-03-09T10:00:00Z' });
  expect(mailed.status).toBe(202);
  const marking = mailed.headers.get('location')?.split('/').at(-1) ?? '';
  await withWorker(app, () => untilJob(marking, ({ state }) => state === 'done').then(() => {}));
  expect((await getMailing(owner, id)).figures.mailed).toBe(customers);
}, 120_000);

test('a large mailing whose job is cancelled is cancelled whole: no half mailing stays', async () => {
  const { id, job } = (await owner.post<Accepted>('/mailings', mailingBody({ name: 'Half' }))).body;
  await withWorker(app, async () => {
    await untilJob(job, ({ done }) => done > 0);
    await owner.post(`/jobs/${job}/cancel`, undefined);
    await vi.waitUntil(
      async () => {
        const { state, figures } = await getMailing(owner, id);
        return state === 'cancelled' && figures.void === figures.issued;
      },
      { timeout: 60_000, interval: 100 },
    );
  });
  const { figures } = await getMailing(owner, id);
  expect(figures.issued).toBeLessThan(customers);
  expect(figures).toMatchObject({ mailed: 0, void: figures.issued });
}, 120_000);
