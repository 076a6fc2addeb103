import { jobKinds, ticks } from '../../server/areas.ts';
import { openPool } from '../../server/platform/db/database.ts';
import { JobWorker } from '../../server/platform/jobs/job-worker.ts';
import { silentLog } from '../../server/platform/log.ts';
import type { TestApp } from './test-app.ts';

/** Another process that runs the jobs, as a start of the product does. */
export async function withWorker(app: TestApp, work: () => Promise<void>): Promise<void> {
  const pool = openPool({ connection: app.database.application, size: 6, name: 'jobs', log: silentLog });
  const worker = new JobWorker({ context: app.context, pool, kinds: jobKinds, ticks, concurrency: 2 });
  worker.start();
  try {
    await work();
  } finally {
    await worker.stop();
    await pool.end();
  }
}
