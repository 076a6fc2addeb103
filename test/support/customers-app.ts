import { setTimeout as sleep } from 'node:timers/promises';
import { customersRoutes } from '../../server/customers/customers.routes.ts';
import { cleanUpImports, importLargeFile } from '../../server/customers/import-job.ts';
import { jobsRoutes } from '../../server/jobs/jobs.routes.ts';
import { organisationRoutes } from '../../server/organisation/organisation.routes.ts';
import type { Context } from '../../server/platform/context.ts';
import { openPool } from '../../server/platform/db/database.ts';
import { JobWorker } from '../../server/platform/jobs/job-worker.ts';
import { silentLog } from '../../server/platform/log.ts';
import { customers, type ImportResult } from '../../shared/contracts/customers.ts';
import { type JobView, jobs } from '../../shared/contracts/jobs.ts';
import { organisation } from '../../shared/contracts/organisation.ts';
import type { Answer, ApiClient } from './api-client.ts';
import { startAreaApp } from './area-app.ts';
import type { TestApp } from './test-app.ts';

/** Customers, jobs and the organisation over HTTP; background work runs only where it is started. */
export function startCustomersApp(): Promise<TestApp> {
  return startAreaApp(
    [...customersRoutes, ...jobsRoutes, ...organisationRoutes],
    [...Object.values(customers), ...Object.values(jobs), ...Object.values(organisation)],
  );
}

/** Somebody sends a file to be imported. */
export function sendFile<T = ImportResult>(
  client: ApiClient,
  file: string | Uint8Array<ArrayBuffer>,
  query = '',
): Promise<Answer<T>> {
  const headers = { 'content-type': 'text/csv' };
  return client.call<T>('POST', `/customers/import${query}`, { raw: file, headers });
}

export interface StartedWorker {
  stop(): Promise<void>;
}

/** Background work on the application's database, as one process of the product does it. */
export function startWorker({
  context,
  database,
}: {
  context: Context;
  database: TestApp['database'];
}): StartedWorker {
  const pool = openPool({
    connection: database.application,
    size: 6,
    name: 'spoor test jobs',
    log: silentLog,
  });
  const kinds = [importLargeFile, cleanUpImports];
  const worker = new JobWorker({ context, pool, kinds, concurrency: 2 });
  worker.start();
  return {
    async stop() {
      await worker.stop();
      await pool.end();
    },
  };
}

/** Asks after a job until it is as the test wants it. */
export async function waitForJob(
  client: ApiClient,
  id: string,
  isSo: (job: JobView) => boolean = ({ endedAt }) => endedAt !== null,
): Promise<JobView> {
  for (;;) {
    const { body } = await client.get<JobView>(`/jobs/${id}`);
    if (isSo(body)) return body;
    if (body.endedAt !== null)
      throw new Error(`the job ended as ${body.state}: ${JSON.stringify(body.problem)}`);
    await sleep(25);
  }
}

/** A file of so many made-up customers. */
export function madeFile(count: number, from = 1): string {
  const lines = ['ref,name,city,address1,address2'];
  for (let number = from; number < from + count; number += 1) {
    lines.push(
      `K-${number},Person ${number} van der Berg,Plaats ${number % 700},Kade ${number},1234 AB Ergens`,
    );
  }
  return `${lines.join('\n')}\n`;
}
