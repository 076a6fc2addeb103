import pg from 'pg';
import type { Connection } from '../../../server/platform/db/database.ts';
import type { Code } from '../../../shared/codes/code.ts';
import type { SentRun } from './load.ts';

/**
 * Throws unless each scan that was acknowledged is among the events, of its own document, once. What wrk sent last and
 * did not wait for may be there or not.
 */
export async function checkEvents(
  owner: Connection,
  runs: readonly SentRun[],
  codes: readonly Code[],
): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    for (const run of runs) await checkRun(client, run, codes);
  } finally {
    await client.end();
  }
}

async function checkRun(
  client: pg.Client,
  { run, first, sent, acknowledged }: SentRun,
  codes: readonly Code[],
): Promise<void> {
  const prefix = `${run.toString(16).padStart(8, '0')}-0000-4000-8000-`;
  const { rows } = await client.query<{ cause: string; code: string; times: number }>(
    `select cause, code, count(*)::int as times from events
      where cause between $1::uuid and $2::uuid group by 1, 2`,
    [`${prefix}000000000000`, `${prefix}ffffffffffff`],
  );
  const twice = rows.find(({ times }) => times > 1);
  if (twice) throw new Error(`scan ${twice.cause} is there ${twice.times} times`);
  for (const { cause, code } of rows) {
    const number = Number.parseInt(cause.slice(-12), 16);
    if (number < first || number >= first + sent || codes[number % codes.length] !== code) {
      throw new Error(`scan ${cause} of ${code} was never sent`);
    }
  }
  if (rows.length < acknowledged) {
    throw new Error(`run ${run}: ${acknowledged} scans were acknowledged, ${rows.length} are in the events`);
  }
}
