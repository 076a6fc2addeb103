import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isWorkLed } from '../../server/platform/jobs/leader.ts';
import type { ApiClient } from '../support/api-client.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { gated, makeMarks, once, quick } from './kinds.ts';
import { getJob, listMarks, openGate, startWorkerProcess, waitForMarks, waitForState } from './support.ts';

/** The product's own process runs no jobs here: others do, and are killed. */
let app: TestApp;
let admin: ApiClient;

beforeEach(async () => {
  app = await startTestApp();
  await makeMarks(app.database);
  admin = await app.signedIn('admin');
});

afterEach(() => app.stop());

const enqueue = (kind: typeof quick, input: object = {}) =>
  app.context.jobs.enqueue(app.context.db, { kind, input });

test('after kill -9 what may run once only has failed for good, and what may run again is taken up at once', async () => {
  const first = await startWorkerProcess(app);
  const [single, again] = [await enqueue(once), await enqueue(gated)];
  await Promise.all([waitForMarks(app, single, 1), waitForMarks(app, again, 1)]);
  await first.kill();

  const second = await startWorkerProcess(app);
  const began = performance.now();
  const failed = await waitForState(admin, single, 'failed');
  expect(failed).toMatchObject({
    attempts: 1,
    problem: { code: 'job-cut-off' },
    endedAt: expect.any(String),
  });
  expect(await waitForMarks(app, again, 2)).toEqual([first.pid, second.pid]);
  expect(performance.now() - began).toBeLessThan(8_000);
  await openGate(app, again);
  await openGate(app, single);
  expect(await waitForState(admin, again, 'done')).toMatchObject({ attempts: 2, result: { by: second.pid } });

  await second.stop();
  await startWorkerProcess(app);
  await waitForState(admin, await enqueue(quick, { steps: 1 }), 'done');
  expect([await listMarks(app, single), (await getJob(admin, single)).state]).toEqual([
    [first.pid],
    'failed',
  ]);
});

test('a job that takes its process with it again and again fails when its tries are used up', async () => {
  const id = await enqueue(gated);
  for (let n = 1; n <= 3; n += 1) {
    const worker = await startWorkerProcess(app);
    await waitForMarks(app, id, n);
    await worker.kill();
  }
  await startWorkerProcess(app);
  expect(await waitForState(admin, id, 'failed')).toMatchObject({
    attempts: 3,
    problem: { code: 'job-cut-off' },
  });
});

test('a job that was asked to stop when its process was killed is not started again', async () => {
  const first = await startWorkerProcess(app);
  const id = await enqueue(gated);
  await waitForMarks(app, id, 1);
  await first.kill();
  await admin.post(`/jobs/${id}/cancel`, undefined);
  await startWorkerProcess(app);
  await waitForState(admin, id, 'cancelled');
  expect(await listMarks(app, id)).toHaveLength(1);
});

test('of two processes one runs the jobs, each once; when it is killed the other takes over', {
  timeout: 40_000,
}, async () => {
  const workers = [await startWorkerProcess(app), await startWorkerProcess(app)];
  const ids = await Promise.all(Array.from({ length: 30 }, () => enqueue(quick, { steps: 10 })));
  for (const id of ids) await waitForState(admin, id, 'done');
  const marks = await Promise.all(ids.map((id) => listMarks(app, id)));
  expect(marks.every((pids) => pids.length === 1)).toBe(true);
  const leaders = new Set(marks.flat());
  expect(leaders.size).toBe(1);

  const cut = await enqueue(gated);
  const [leader] = await waitForMarks(app, cut, 1);
  expect(leaders).toContain(leader);
  const heir = workers.find(({ pid }) => pid !== leader)!;
  await workers.find(({ pid }) => pid === leader)?.kill();
  expect(await waitForMarks(app, cut, 2, 12_000)).toEqual([leader, heir.pid]);
  await openGate(app, cut);
  await waitForState(admin, cut, 'done');
});

test('when the connection that leads is lost, the work is put back and taken up again', async () => {
  await startWorkerProcess(app);
  await vi.waitFor(async () => expect(await isWorkLed(app.context.db)).toBe(true), { timeout: 10_000 });
  const id = await enqueue(gated);
  await waitForMarks(app, id, 1);
  const { user } = app.database.application;
  await app.database.query(`grant ${user} to current_user`);
  await app.database.query(
    "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid = 7160232 and database = (select oid from pg_database where datname = current_database())",
  );
  await waitForMarks(app, id, 2, 15_000);
  await openGate(app, id);
  expect((await waitForState(admin, id, 'done')).attempts).toBe(2);
});
