/** A process that runs jobs, as the product does, until it is told to stop (a line on standard input) or is killed. */
import { createInterface } from 'node:readline';
import { systemClock } from '../../server/platform/clock.ts';
import { type Connection, openDatabase, openPool } from '../../server/platform/db/database.ts';
import { JobQueue } from '../../server/platform/jobs/job-queue.ts';
import { JobWorker } from '../../server/platform/jobs/job-worker.ts';
import { silentLog } from '../../server/platform/log.ts';
import { kinds } from './kinds.ts';

const connection = JSON.parse(process.argv[2] ?? '') as Connection;
const open = (size: number) => openPool({ connection, size, name: 'spoor test process', log: silentLog });
const [pool, jobPool] = [open(5), open(5)];
const jobs = new JobQueue(systemClock);
const product = { version: '0.0.0', database: 'embedded' } as const;
const context = { db: openDatabase(pool), clock: systemClock, log: silentLog, jobs, product };
const worker = new JobWorker({ context, pool: jobPool, kinds, concurrency: 2 });
worker.start();
process.stdout.write('started\n');
for await (const _line of createInterface({ input: process.stdin })) break;
process.stdin.destroy();
await worker.stop();
await Promise.all([pool.end(), jobPool.end()]);
