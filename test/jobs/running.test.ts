import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openPool } from '../../server/platform/db/database.ts';
import { JobWorker } from '../../server/platform/jobs/job-worker.ts';
import { silentLog } from '../../server/platform/log.ts';
import type { JobView } from '../../shared/contracts/jobs.ts';
import { type ApiClient, problemOf } from '../support/api-client.ts';
import { ownId } from '../support/people.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { calendar, deaf, failing, gated, kinds, makeMarks, quick, refusing } from './kinds.ts';
import { getJob, listMarks, openGate, waitForJob, waitForMarks, waitForState } from './support.ts';

let app: TestApp;
let admin: ApiClient;

beforeAll(async () => {
  app = await startTestApp({ kinds });
  await makeMarks(app.database);
  admin = await app.signedIn('admin');
});

afterAll(() => app.stop());

const enqueue = (kind: typeof quick, input: object = {}, more: { startedBy?: string; key?: string } = {}) =>
  app.context.jobs.enqueue(app.context.db, { kind, input, ...more });

test('a job is queued, runs, shows its progress, and is done with its result', async () => {
  const clerk = await app.signedIn('mailroom');
  const id = await enqueue(gated, {}, { startedBy: await ownId(clerk) });
  const running = await waitForJob(clerk, id, ({ done }) => done > 1);
  expect(running).toMatchObject({
    kind: 'test.gated',
    state: 'running',
    total: 1_000,
    attempts: 1,
    cancelling: false,
    startedBy: { name: 'Test mailroom' },
    startedAt: app.clock.now().toISOString(),
    endedAt: null,
  });
  expect(running).not.toHaveProperty('result');
  await openGate(app, id);
  const ended = await waitForState(clerk, id, 'done');
  expect(ended).toMatchObject({ result: { by: process.pid }, endedAt: app.clock.now().toISOString() });
  expect(ended.done).toBeGreaterThanOrEqual(running.done);
});

test('the last progress that a quick job reports is kept', async () => {
  const id = await enqueue(quick, { steps: 5_000 });
  expect(await waitForState(admin, id, 'done')).toMatchObject({
    done: 5_000,
    total: 5_000,
    result: { steps: 5_000 },
  });
});

test('who has started a job sees it, others do not, and who may see all sees all', async () => {
  const [clerk, other] = [await app.signedIn('mailroom'), await app.signedIn('crm')];
  const own = await enqueue(quick, { steps: 1 }, { startedBy: await ownId(clerk) });
  const nobodys = await enqueue(quick, { steps: 1 });
  await waitForState(admin, nobodys, 'done');
  expect((await getJob(clerk, own)).id).toBe(own);
  for (const [client, id] of [
    [other, own],
    [clerk, nobodys],
  ] as const) {
    expect(problemOf(await client.get(`/jobs/${id}`)).code).toBe('not-found');
    expect(problemOf(await client.post(`/jobs/${id}/cancel`, undefined)).code).toBe('not-found');
  }
  const list = async (client: ApiClient, query = '') =>
    (await client.get<{ items: JobView[] }>(`/jobs?limit=200${query}`)).body.items.map(({ id }) => id);
  expect(await list(other)).toEqual([]);
  expect(await list(clerk)).toContain(own);
  expect(await list(clerk)).not.toContain(nobodys);
  expect((await list(admin)).slice(0, 2)).toEqual([nobodys, own]);
  expect(await list(admin, '&state=queued')).not.toContain(own);
  expect((await getJob(admin, nobodys)).startedBy).toBeNull();
});

/** Lets a try that waits begin now; the seconds that it would have waited. */
function hasten(id: string): Promise<number> {
  return vi.waitFor(async () => {
    const rows = await app.database.query<{ pause: number }>(
      `with waiting as (select id, extract(epoch from run_at - now())::float as pause
                          from graphile_worker._private_jobs where key = $1 and locked_at is null for update)
       update graphile_worker._private_jobs j set run_at = now() from waiting where waiting.id = j.id returning pause`,
      [id],
    );
    if (!rows[0]) throw new Error('the queue does not have it back yet');
    return rows[0].pause;
  });
}

test('a job that fails is tried again after growing pauses, then stands as failed, without telling what it read', async () => {
  const id = await enqueue(failing);
  const pauses: number[] = [];
  for (let attempt = 1; attempt < 3; attempt += 1) {
    await waitForJob(admin, id, (job) => job.state === 'queued' && job.attempts === attempt);
    pauses.push(await hasten(id));
  }
  const failed = await waitForState(admin, id, 'failed');
  expect(failed).toMatchObject({ attempts: 3, problem: { code: 'internal-error' } });
  expect(JSON.stringify(failed)).not.toContain('Geertruida');
  expect(await listMarks(app, id)).toHaveLength(3);
  expect(pauses[0]).toBeGreaterThan(0.5);
  expect(pauses[1]).toBeGreaterThan(pauses[0]! * 1.5);
});

test('a clear refusal is not tried again, and says why', async () => {
  const id = await enqueue(refusing);
  const failed = await waitForState(admin, id, 'failed');
  expect(failed).toMatchObject({
    attempts: 1,
    problem: { code: 'not-found', detail: 'There is no such dossier.' },
  });
});

test.each([
  ['that reports now and then', gated],
  ['that reports nothing', deaf],
])('a running job %s stops when it is cancelled, and cannot be cancelled again', async (_, kind) => {
  const clerk = await app.signedIn('mailroom');
  const id = await enqueue(kind, {}, { startedBy: await ownId(clerk) });
  await waitForMarks(app, id, 1);
  const asked = await clerk.post<JobView>(`/jobs/${id}/cancel`, undefined);
  expect([asked.status, asked.body.cancelling || asked.body.state === 'cancelled']).toEqual([200, true]);
  const ended = await waitForState(clerk, id, 'cancelled');
  expect(ended).toMatchObject({ cancelling: false, endedAt: expect.any(String) });
  expect(problemOf(await clerk.post(`/jobs/${id}/cancel`, undefined)).code).toBe('job-ended');
});

test('a job between two tries is cancelled at once and stays so', async () => {
  const id = await enqueue(failing);
  await waitForJob(admin, id, (job) => job.state === 'queued' && job.attempts === 1);
  const asked = await admin.post<JobView>(`/jobs/${id}/cancel`, undefined);
  expect(asked.body.state).toBe('cancelled');
  await hasten(id);
  await waitForState(admin, await enqueue(quick, { steps: 1 }), 'done');
  expect(await getJob(admin, id)).toMatchObject({ state: 'cancelled', attempts: 1 });
});

test('what is taken on in a transaction that is rolled back leaves nothing', async () => {
  const count = async () =>
    app.database.query(
      'select (select count(*) from jobs) as rows, (select count(*) from graphile_worker._private_jobs) as queue',
    );
  const before = await count();
  const attempt = app.context.db.transaction().execute(async (tx) => {
    await app.context.jobs.enqueue(tx, { kind: quick, input: { steps: 1 } });
    throw new Error('changed my mind');
  });
  await expect(attempt).rejects.toThrow('changed my mind');
  expect(await count()).toEqual(before);
});

test('an input that the job does not know is refused before anything is written', async () => {
  await expect(enqueue(quick, { steps: 'many' })).rejects.toThrow();
});

test('the same key twice, also at the same moment, is one job; of another kind it is another', async () => {
  const take = (kind = quick, input: object = { steps: 3 }) => enqueue(kind, input, { key: 'letter 17' });
  const ids = await Promise.all(Array.from({ length: 10 }, () => take()));
  expect(new Set(ids).size).toBe(1);
  await waitForState(admin, ids[0]!, 'done');
  expect(await take()).toBe(ids[0]);
  expect(await listMarks(app, ids[0]!)).toHaveLength(1);
  expect(await take(refusing, {})).not.toBe(ids[0]);
});

test('a tick of the calendar that comes twice, as from two processes, is one job', async () => {
  const tick = JSON.stringify({ _cron: { ts: '2028-02-29T00:00:00.000Z' } });
  for (let n = 0; n < 3; n += 1) {
    await app.database.query('select graphile_worker.add_job($1, payload := $2::json)', [
      `${calendar.kind} by calendar`,
      tick,
    ]);
  }
  const find = () => app.database.query<{ id: string }>("select id from jobs where kind = 'test.calendar'");
  const waiting =
    "select from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier like 'test.calendar%'";
  await expect.poll(async () => (await app.database.query(waiting)).length, { timeout: 10_000 }).toBe(0);
  expect(await find()).toHaveLength(1);
  await waitForState(admin, (await find())[0]!.id, 'done');
});

test('stopping puts a running job back without costing it a try, and the next start ends it', async () => {
  const id = await enqueue(gated);
  await waitForMarks(app, id, 1);
  const began = performance.now();
  await app.worker?.stop();
  expect(performance.now() - began).toBeLessThan(3_000);
  expect(await getJob(admin, id)).toMatchObject({ state: 'queued', attempts: 1 });
  expect(await app.database.query('select tries_left from jobs where id = $1', [id])).toEqual([
    { tries_left: 3 },
  ]);

  const pool = openPool({
    connection: app.database.application,
    size: 6,
    name: 'spoor test jobs',
    log: silentLog,
  });
  const next = new JobWorker({ context: app.context, pool, kinds, concurrency: 2 });
  next.start();
  await openGate(app, id);
  expect(await waitForState(admin, id, 'done')).toMatchObject({ attempts: 2 });
  await next.stop();
  await pool.end();
});
