import pg from 'pg';
import { makeChance } from '../../server/example/chance.ts';
import type { Connection } from '../../server/platform/db/database.ts';
import { migrateDatabase } from '../../server/platform/db/migrate.ts';
import { startThrowawayPostgres } from '../schema/throwaway-postgres.ts';
import type { Bench, BenchResult, BenchSettings } from './bench.ts';
import { type Filled, fill } from './lookup/fill.ts';
import { measure, type Requests } from './lookup/measure.ts';
import { presentMeasured } from './lookup/present.ts';
import { codeRequest, customerRequest, nameRequest } from './lookup/requests.ts';

const usual = { documents: 1_000_000, requests: 2_000, rounds: 7 };

/**
 * From a code, a customer or a name to the papers: p99 over HTTP at eight connections, against the p99 of the very same
 * statements through node-postgres at eight connections.
 */
export const bench: Bench = {
  name: 'lookup',
  async run(settings) {
    const server = await startThrowawayPostgres();
    const giveUp = (signal: NodeJS.Signals) => {
      void server.throwAway().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
    };
    process.once('SIGINT', giveUp).once('SIGTERM', giveUp);
    try {
      return await runOn(server.owner, settings);
    } finally {
      process.off('SIGINT', giveUp).off('SIGTERM', giveUp);
      await server.throwAway();
    }
  },
};

async function runOn(owner: Connection, { documents, say }: BenchSettings): Promise<BenchResult> {
  const application = await migrateDatabase({ owner });
  const begun = performance.now();
  const filled = await fill({ owner, application }, documents ?? usual.documents, say);
  say(`filled in ${Math.round((performance.now() - begun) / 1000)} s`);
  const requests = chooseRequests(filled, usual.requests);
  const measured = await measure({ connection: application, requests, rounds: usual.rounds, say });
  const result = presentMeasured(measured);
  const figures = {
    documents: filled.codes.length,
    customers: filled.customers.length,
    bytesPerDocument: Math.round((await measureBytes(owner)) / filled.codes.length),
    ...result.figures,
  };
  return { ...result, figures };
}

function chooseRequests({ codes, customers }: Filled, count: number): Requests {
  const chance = makeChance(99);
  const some = <T>(make: () => T): T[] => Array.from({ length: count }, make);
  return {
    code: some(() => codeRequest(chance.pick(codes))),
    customer: some(() => customerRequest(chance.pick(customers))),
    name: some(() => nameRequest(chance.pick(customers), chance)),
  };
}

/** Documents and events with all of their indexes. */
async function measureBytes(owner: Connection): Promise<number> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    const { rows } = await client.query<{ bytes: string }>(`
      select sum(pg_total_relation_size(relid)) as bytes
        from (select relid from pg_partition_tree('events') union all select 'documents'::regclass) as tables`);
    return Number(rows[0]?.bytes);
  } finally {
    await client.end();
  }
}
