/** The statements of requests through node-postgres alone, in a process of its own. */
import type pg from 'pg';
import { type Connection, openPool } from '../../../server/platform/db/database.ts';
import { silentLog } from '../../../server/platform/log.ts';
import { answerQuestions } from '../child.ts';
import type { Statement } from './statement.ts';

export type BareQuestion =
  | { ask: 'start'; connection: Connection; connections: number }
  /** What requests of one kind ran, request by request; kept for the rounds. */
  | { ask: 'keep'; kind: string; requests: Statement[][] }
  /** Runs the requests of these numbers. */
  | { ask: 'round'; kind: string; order: number[] };

export interface BareRound {
  /** Milliseconds of each request. */
  times: number[];
  elapsed: number;
  /** Milliseconds in each statement, all requests together. */
  byStatement: Map<string, { times: number; ms: number }>;
}

let pool: pg.Pool | undefined;
let clients: pg.PoolClient[] = [];
const kept = new Map<string, Statement[][]>();

answerQuestions(answer, async () => {
  for (const client of clients) client.release();
  await pool?.end();
});

async function answer(question: BareQuestion): Promise<unknown> {
  switch (question.ask) {
    case 'start':
      return start(question.connection, question.connections);
    case 'keep':
      return void kept.set(question.kind, question.requests);
    case 'round':
      return runRound(kept.get(question.kind) ?? [], question.order);
  }
}

/** Each of its connections stays with one of the callers: nothing but the statements is measured. */
async function start(connection: Connection, connections: number): Promise<void> {
  const opened = openPool({ connection, size: connections, name: 'spoor bench', log: silentLog });
  pool = opened;
  clients = await Promise.all(Array.from({ length: connections }, () => opened.connect()));
}

async function runRound(requests: readonly Statement[][], order: readonly number[]): Promise<BareRound> {
  const round: BareRound = { times: [], elapsed: 0, byStatement: new Map() };
  let next = 0;
  const begun = performance.now();
  const call = async (client: pg.PoolClient) => {
    while (next < order.length) {
      const request = requests[order[next++] ?? -1];
      if (!request) throw new Error('no such request');
      round.times.push(await runRequest(client, request, round.byStatement));
    }
  };
  await Promise.all(clients.map(call));
  round.elapsed = performance.now() - begun;
  return round;
}

async function runRequest(
  client: pg.PoolClient,
  request: readonly Statement[],
  byStatement: BareRound['byStatement'],
): Promise<number> {
  const begun = performance.now();
  let last = begun;
  for (const { text, values, name } of request) {
    if (name === undefined) await client.query(text, values);
    else await client.query({ name, text, values });
    const now = performance.now();
    const sum = byStatement.get(text) ?? { times: 0, ms: 0 };
    sum.times += 1;
    sum.ms += now - last;
    byStatement.set(text, sum);
    last = now;
  }
  return last - begun;
}
