import { randomUUID } from 'node:crypto';
import express from 'express';
import { accountsRoutes } from '../../server/accounts/accounts.routes.ts';
import { addUser, authenticate } from '../../server/accounts/accounts.service.ts';
import type { Context } from '../../server/platform/context.ts';
import { openDatabase, openPool } from '../../server/platform/db/database.ts';
import { listen } from '../../server/platform/http/listen.ts';
import { problemHandler, routeUnknown } from '../../server/platform/http/problem.ts';
import type { Route } from '../../server/platform/http/route.ts';
import { serveRoutes } from '../../server/platform/http/serve-routes.ts';
import type { JobKind } from '../../server/platform/jobs/job-kind.ts';
import { JobQueue } from '../../server/platform/jobs/job-queue.ts';
import { JobWorker } from '../../server/platform/jobs/job-worker.ts';
import { silentLog } from '../../server/platform/log.ts';
import { accounts } from '../../shared/contracts/accounts.ts';
import type { Endpoint } from '../../shared/contracts/endpoint.ts';
import type { Role } from '../../shared/permissions.ts';
import { ApiClient } from './api-client.ts';
import type { TestApp } from './test-app.ts';
import { TestClock } from './test-clock.ts';
import { makeTestDatabase } from './test-database.ts';

/** As `startTestApp` has it; that file is not imported, since it pulls in every area. */
const testPassword = 'paper boats in the rain';

const session: readonly Endpoint[] = [accounts.signIn, accounts.getSession, accounts.signOut];

/** One area (or some) over HTTP, and signing in: for areas whose neighbours are not there. Else like `startTestApp`. */
export async function startAreaApp(
  routes: readonly Route[],
  endpoints: readonly Endpoint[],
  kinds?: readonly JobKind[],
): Promise<TestApp> {
  const database = await makeTestDatabase();
  const clock = new TestClock('2027-03-09T10:00:00Z');
  const log = silentLog;
  const pool = openPool({ connection: database.application, size: 10, name: 'spoor test', log });
  const jobPool = openPool({ connection: database.application, size: 6, name: 'spoor test jobs', log });
  const context: Context = {
    db: openDatabase(pool),
    clock,
    log,
    jobs: new JobQueue(clock),
    product: { version: '0.0.0', database: 'embedded' },
  };
  const worker = kinds && new JobWorker({ context, pool: jobPool, kinds, concurrency: 2 });
  const app = express();
  app.use((_request, response, next) => {
    response.locals.requestId = randomUUID();
    next();
  });
  app.use(
    '/api/v1',
    serveRoutes({
      context,
      routes: [...accountsRoutes.filter(({ endpoint }) => session.includes(endpoint)), ...routes],
      endpoints: [...session, ...endpoints],
      authenticate,
      publicOrigin: undefined,
      checkReplies: true,
    }),
    routeUnknown,
  );
  app.use(problemHandler(log));
  const listening = await listen({ handle: app, host: '127.0.0.1', port: 0, tls: undefined, log });
  worker?.start();
  const made = new Set<string>();
  return {
    url: listening.url,
    context,
    clock,
    database,
    worker,
    stranger: (headers) => new ApiClient(listening.url, headers),
    async signedIn(...roles: Role[]) {
      const key = roles.join('-') || 'nobody';
      const email = `${key}@example.org`;
      if (!made.has(key))
        await addUser(context, { email, name: `Test ${key}`, roles, password: testPassword });
      made.add(key);
      const client = new ApiClient(listening.url);
      const answer = await client.post('/session', { email, password: testPassword });
      if (answer.status !== 200) throw new Error(`sign-in of ${key} failed: ${answer.status}`);
      return client;
    },
    async stop() {
      await listening.close(1_000);
      await worker?.stop();
      await pool.end();
      await jobPool.end();
      await database.drop();
    },
  };
}
