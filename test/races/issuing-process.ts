/**
 * A process that issues, as a product beside others on one database would: says that it is ready, waits for a line on
 * standard input, issues mailings to all customers and codes of containers, and prints what it was given as JSON.
 */
import { once } from 'node:events';
import { issueCodes } from '../../server/codes/codes.service.ts';
import { issueMailing } from '../../server/mailings/mailings.service.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { type Connection, openDatabase, openPool } from '../../server/platform/db/database.ts';
import type { Actor, Origin } from '../../server/platform/http/actor.ts';
import { JobQueue } from '../../server/platform/jobs/job-queue.ts';
import { silentLog } from '../../server/platform/log.ts';

interface Asked {
  connection: Connection;
  userId: string;
  /** Of this process's mailings. */
  name: string;
  mailings: number;
}

/** What one process was given. */
export interface Issued {
  pid: number;
  /** Its own mailings, and the one that all processes ask for with the same key. */
  mailings: string[];
  shared: string;
  containers: string[];
}

const { connection, userId, name, mailings } = JSON.parse(process.argv[2] ?? '') as Asked;
const pool = openPool({ connection, size: 4, name: 'spoor test process', log: silentLog });
const product = { version: '0.0.0', database: 'embedded' } as const;
const jobs = new JobQueue(systemClock);
const context = { db: openDatabase(pool), clock: systemClock, log: silentLog, jobs, product };
const actor: Actor = {
  userId,
  roles: ['campaign'],
  permissions: new Set(),
  sessionId: undefined,
  apiKeyId: undefined,
};
const origin: Origin = {
  requestId: 'test',
  ip: '127.0.0.1',
  userAgent: 'test',
  secure: false,
  language: 'en',
  requestKey: undefined,
  baseUrl: 'http://127.0.0.1',
};
const issue = async (title: string, requestKey?: string) => {
  const asked = { name: title, documentType: 'coupon', customers: { all: true } } as const;
  return (await issueMailing(context, actor, { ...origin, requestKey }, asked)).id;
};

process.stdout.write('ready\n');
await once(process.stdin, 'data');
process.stdin.destroy();
const shared = issue('Asked by all', 'k-shared');
const own = Array.from({ length: mailings }, (_, n) => issue(`${name} ${n}`));
const containers = context.db.transaction().execute((tx) => issueCodes(tx, 'container', 500));
const issued: Issued = {
  pid: process.pid,
  mailings: await Promise.all(own),
  shared: await shared,
  containers: await containers,
};
process.stdout.write(JSON.stringify(issued));
await pool.end();
