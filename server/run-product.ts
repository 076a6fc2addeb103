import { DomainError } from '../shared/errors.ts';
import { ensureAdministrator, hasAdministrator, makeSetupLink } from './accounts/accounts.service.ts';
import { buildApp } from './app.ts';
import { jobKinds, ticks } from './areas.ts';
import type { Config } from './config.ts';
import { type OpenedDatabase, openProductDatabase } from './open-database.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import type { Context } from './platform/context.ts';
import { type Connection, openDatabase, openPool } from './platform/db/database.ts';
import { migrateDatabase } from './platform/db/migrate.ts';
import { type Listening, listen } from './platform/http/listen.ts';
import { JobQueue } from './platform/jobs/job-queue.ts';
import { JobWorker } from './platform/jobs/job-worker.ts';
import type { Log } from './platform/log.ts';
import { StartError } from './platform/start-error.ts';
import { prepareAreas } from './prepare-areas.ts';
import { findClientFolder, productVersion } from './product.ts';

export interface RunningProduct {
  /** Where people reach it. */
  readonly url: string;
  /** Set while there is no administrator. */
  readonly setupLink: string | undefined;
  /** Takes no new requests, lets those under way and the jobs end, stops the database. Idempotent. */
  stop(): Promise<void>;
}

export interface RunOptions {
  readonly clock?: Clock;
  /** Looks at the database before it is migrated; throws where the product is not to run on it. */
  readonly check?: (owner: Connection) => Promise<void>;
  /** The last thing before the first request. */
  readonly prepare?: (context: Context) => Promise<void>;
}

const drainMs = 10_000;
const connections = { http: 20, jobs: 6 };

/**
 * Starts everything, in the order in which each needs the one before; what has been started is stopped again, in
 * reverse, when a later step fails. Throws a StartError that a person can act on.
 */
export async function runProduct(
  config: Config,
  log: Log,
  options: RunOptions = {},
): Promise<RunningProduct> {
  const stops: (() => Promise<void>)[] = [];
  const stopAll = async () => {
    for (const stop of stops.splice(0).reverse()) {
      await stop().catch((error: unknown) => log.error({ err: error }, 'a part could not be stopped'));
    }
  };
  try {
    const database = await openProductDatabase(config, log);
    stops.push(() => database.close());
    await options.check?.(database.owner);
    const { context, worker } = await openContext(config, database, log, options.clock ?? systemClock, stops);
    await options.prepare?.(context);
    const listening = await openListening(config, context, log, stops);
    worker.start();
    const url = config.publicOrigin ?? listening.url;
    await database.announce(url);
    const setupLink = (await hasAdministrator(context)) ? undefined : await makeSetupLink(context, url);
    return { url, setupLink, stop: stopAll };
  } catch (error) {
    await stopAll();
    throw error;
  }
}

async function openContext(
  config: Config,
  database: OpenedDatabase,
  log: Log,
  clock: Clock,
  stops: (() => Promise<void>)[],
): Promise<{ context: Context; worker: JobWorker }> {
  const application = await migrateDatabase(database);
  const pool = (name: string, size: number) => {
    const opened = openPool({ connection: application, size, name, log });
    stops.push(() => opened.end());
    return opened;
  };
  const context: Context = {
    db: openDatabase(pool('spoor', connections.http)),
    clock,
    log,
    jobs: new JobQueue(clock),
    product: { version: productVersion, database: database.kind },
  };
  await prepareAreas(context, database.files);
  const { administrator } = config;
  if (administrator) {
    // Named after the part before the @ until the person himself says otherwise.
    await ensureAdministrator(context, {
      ...administrator,
      name: administrator.email.split('@')[0] ?? '',
    }).catch(refuseSetting);
  }
  const worker = new JobWorker({
    context,
    pool: pool('spoor jobs', connections.jobs),
    kinds: jobKinds,
    ticks,
    concurrency: 2,
  });
  stops.push(() => worker.stop());
  return { context, worker };
}

/** A password that the rules refuse is a setting to put right. */
function refuseSetting(error: unknown): never {
  if (!(error instanceof DomainError)) throw error;
  const wrong = (error.errors ?? []).map(({ field, message }) => `${field}: ${message}`);
  throw new StartError('settings-wrong', [wrong.join('\n  ') || error.message, 'Nothing runs.'].join('. '), {
    cause: error,
  });
}

async function openListening(
  config: Config,
  context: Context,
  log: Log,
  stops: (() => Promise<void>)[],
): Promise<Listening> {
  const { host, port, tls, publicOrigin, trustProxy } = config;
  const app = buildApp({ context, clientFolder: findClientFolder(), publicOrigin, trustProxy });
  const listening = await listen({ handle: app, host, port, tls, log });
  stops.push(() => listening.close(drainMs));
  return listening;
}
