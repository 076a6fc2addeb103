import { addUser } from '../../server/accounts/accounts.service.ts';
import { buildApp } from '../../server/app.ts';
import { ticks } from '../../server/areas.ts';
import type { Context } from '../../server/platform/context.ts';
import { openDatabase, openPool } from '../../server/platform/db/database.ts';
import { type ListenSettings, listen, type TlsFiles } from '../../server/platform/http/listen.ts';
import type { JobKind } from '../../server/platform/jobs/job-kind.ts';
import { JobQueue } from '../../server/platform/jobs/job-queue.ts';
import { JobWorker } from '../../server/platform/jobs/job-worker.ts';
import { type Log, silentLog } from '../../server/platform/log.ts';
import { prepareAreas } from '../../server/prepare-areas.ts';
import type { Role } from '../../shared/permissions.ts';
import { ApiClient } from './api-client.ts';
import { TestClock } from './test-clock.ts';
import { makeTestDatabase, type TestDatabase } from './test-database.ts';

export interface TestAppSettings {
  /** Set: background work runs, with these kinds. */
  kinds?: readonly JobKind[];
  clientFolder?: string;
  trustProxy?: boolean | number | string;
  publicOrigin?: string;
  log?: Log;
  tls?: TlsFiles;
  patience?: ListenSettings['patience'];
}

export interface TestApp {
  url: string;
  context: Context;
  clock: TestClock;
  database: TestDatabase;
  worker: JobWorker | undefined;
  /** A caller whom nobody knows. */
  stranger(headers?: Record<string, string>): ApiClient;
  /** Somebody with these roles, made the first time, signed in. */
  signedIn(...roles: Role[]): Promise<ApiClient>;
  stop(): Promise<void>;
}

/** Good for every account that the tests make. */
export const testPassword = 'paper boats in the rain';

/** The real product over HTTP on a database of its own; replies are compared with their contracts. */
export async function startTestApp(settings: TestAppSettings = {}): Promise<TestApp> {
  const { kinds, clientFolder, trustProxy = false, publicOrigin, log = silentLog, tls, patience } = settings;
  const database = await makeTestDatabase();
  const clock = new TestClock('2027-03-09T10:00:00Z');
  const pool = openPool({ connection: database.application, size: 10, name: 'spoor test', log });
  const jobPool = openPool({ connection: database.application, size: 6, name: 'spoor test jobs', log });
  const context: Context = {
    db: openDatabase(pool),
    clock,
    log,
    jobs: new JobQueue(clock),
    product: { version: '0.0.0', database: 'embedded' },
  };
  await prepareAreas(context, {});
  const worker = kinds && new JobWorker({ context, pool: jobPool, kinds, ticks, concurrency: 2 });
  const app = buildApp({ context, clientFolder, publicOrigin, trustProxy, checkReplies: true });
  const listening = await listen({
    handle: app,
    host: '127.0.0.1',
    port: 0,
    tls,
    log,
    ...(patience ? { patience } : {}),
  });
  worker?.start();
  const made = new Map<string, string>();
  const signedIn = async (...roles: Role[]) => {
    const key = roles.join('-') || 'nobody';
    const email = made.get(key) ?? `${key}@example.org`;
    if (!made.has(key)) {
      await addUser(context, { email, name: `Test ${key}`, roles, password: testPassword });
      made.set(key, email);
    }
    const client = new ApiClient(listening.url);
    const answer = await client.post('/session', { email, password: testPassword });
    if (answer.status !== 200) throw new Error(`sign-in of ${key} failed: ${answer.status}`);
    return client;
  };
  return {
    url: listening.url,
    context,
    clock,
    database,
    worker,
    stranger: (headers) => new ApiClient(listening.url, headers),
    signedIn,
    async stop() {
      await listening.close(1_000);
      await worker?.stop();
      await pool.end();
      await jobPool.end();
      await database.drop();
    },
  };
}
