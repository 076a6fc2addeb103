import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { makeChance } from '../../server/example/chance.ts';
import { openPool } from '../../server/platform/db/database.ts';
import { giveBackOnce } from '../../server/platform/jobs/give-back-once.ts';
import { JobWorker } from '../../server/platform/jobs/job-worker.ts';
import { silentLog } from '../../server/platform/log.ts';
import { kinds, makeMarks, quick } from '../jobs/kinds.ts';
import { waitForState } from '../jobs/support.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
  await makeMarks(app.database);
});

afterAll(() => app.stop());

test('connections that are lost while background work starts or stops never end the process', {
  timeout: 120_000,
}, async () => {
  // The runner's own word for a worker that has lost its connection.
  vi.spyOn(console, 'trace').mockImplementation(() => {});
  const chance = makeChance(17);
  const { user } = app.database.application;
  await app.database.query(`grant ${user} to current_user`);
  const start = () => {
    const pool = openPool({
      connection: app.database.application,
      size: 6,
      name: 'spoor test jobs',
      log: silentLog,
    });
    const worker = new JobWorker({ context: app.context, pool, kinds, concurrency: 2 });
    worker.start();
    return async () => {
      await worker.stop();
      await pool.end();
    };
  };
  for (let n = 0; n < 60; n += 1) {
    const stop = start();
    await sleep(chance.below(50));
    await app.database.query('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1', [
      user,
    ]);
    if (chance.oneIn(2)) await sleep(chance.below(20));
    await stop();
  }
  const stop = start();
  const admin = await vi.waitFor(() => app.signedIn('admin'), { timeout: 20_000 });
  const id = await app.context.jobs.enqueue(app.context.db, { kind: quick, input: { steps: 1 } });
  expect((await waitForState(admin, id, 'done')).attempts).toBe(1);
  await stop();
});

test('a connection that is given back twice, as the runner does when it loses one at its start, is given back once', async () => {
  const open = () =>
    openPool({ connection: app.database.application, size: 1, name: 'spoor test', log: silentLog });
  const [plain, pool] = [open(), giveBackOnce(open())];
  const give = (from: typeof pool) =>
    new Promise<() => void>((resolve) => from.connect((_error, _client, release) => resolve(release)));
  const [bare, release] = [await give(plain), await give(pool)];
  bare();
  expect(() => bare()).toThrow('already been released');
  release();
  release();
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await Promise.all([plain.end(), pool.end()]);
});
