import type { Clock } from './clock.ts';
import type { Database } from './db/database.ts';
import type { JobQueue } from './jobs/job-queue.ts';
import type { Log } from './log.ts';

/** What every service is given: the world outside its own rules. */
export interface Context {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly jobs: JobQueue;
  readonly product: Product;
}

/** What runs here, for the page about it and for OpenAPI. */
export interface Product {
  readonly version: string;
  readonly database: 'embedded' | 'outside';
}
