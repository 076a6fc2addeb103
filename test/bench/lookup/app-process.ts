/** The product as it serves HTTP, in a process of its own; asked for it, it says which statements a request ran. */
import type pg from 'pg';
import { addUser } from '../../../server/accounts/accounts.service.ts';
import { buildApp } from '../../../server/app.ts';
import { systemClock } from '../../../server/platform/clock.ts';
import type { Context } from '../../../server/platform/context.ts';
import { type Connection, openDatabase, openPool } from '../../../server/platform/db/database.ts';
import { type Listening, listen } from '../../../server/platform/http/listen.ts';
import { JobQueue } from '../../../server/platform/jobs/job-queue.ts';
import { openLog } from '../../../server/platform/log.ts';
import { productVersion } from '../../../server/product.ts';
import { answerQuestions } from '../child.ts';
import type { Statement } from './statement.ts';

export type AppQuestion =
  /** `record`: keep all statements from here on. Answered with the address. */
  | { ask: 'start'; connection: Connection; record: boolean }
  /** Makes an account that may sign in. */
  | { ask: 'add-user'; email: string; password: string }
  /** The statements since the last time, oldest first. */
  | { ask: 'statements' }
  /** Milliseconds of processor time that this process has used so far. */
  | { ask: 'cpu' };

/** As the product has them. */
const connections = 20;

let pool: pg.Pool | undefined;
let context: Context | undefined;
let listening: Listening | undefined;
let statements: Statement[] = [];

answerQuestions(answer, async () => {
  await listening?.close(0);
  await pool?.end();
});

async function answer(question: AppQuestion): Promise<unknown> {
  switch (question.ask) {
    case 'start':
      return start(question.connection, question.record);
    case 'add-user':
      if (!context) throw new Error('nothing runs');
      return addUser(context, { ...question, name: 'Clerk of the bench', roles: ['crm'] });
    case 'statements': {
      const taken = statements;
      statements = [];
      return taken;
    }
    case 'cpu': {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1_000;
    }
  }
}

async function start(connection: Connection, record: boolean): Promise<string> {
  // Each request writes its line, as in real use; the bench throws the lines away.
  const log = openLog('info');
  pool = openPool({ connection, size: connections, name: 'spoor', log });
  if (record) pool.on('connect', recordStatements);
  context = {
    db: openDatabase(pool),
    clock: systemClock,
    log,
    jobs: new JobQueue(systemClock),
    product: { version: productVersion, database: 'embedded' },
  };
  const app = buildApp({ context, clientFolder: undefined, publicOrigin: undefined, trustProxy: false });
  listening = await listen({ handle: app, host: '127.0.0.1', port: 0, tls: undefined, log });
  return listening.url;
}

/** Kysely calls `query(text, values)`, or with a configuration where the statement has a name. */
function recordStatements(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  const recording = (...given: unknown[]): unknown => {
    const [first, values] = given;
    const asked = typeof first === 'string' ? { text: first } : (first as pg.QueryConfig);
    statements.push({
      text: asked.text,
      values: asked.values ?? (Array.isArray(values) ? [...values] : []),
      ...(asked.name === undefined ? {} : { name: asked.name }),
    });
    return query(...given);
  };
  client.query = recording as typeof client.query;
}
