import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Connection } from '../../server/platform/db/database.ts';
import { startThrowawayPostgres } from '../schema/throwaway-postgres.ts';
import type { Bench, BenchResult, BenchSettings } from './bench.ts';
import { checkEvents } from './scan/check.ts';
import { fill } from './scan/fill.ts';
import { Load } from './scan/load.ts';
import { measure } from './scan/measure.ts';
import { presentMeasured } from './scan/present.ts';
import { startProduct } from './scan/product.ts';
import { makeReference, referenceScript } from './scan/reference.ts';
import { installPrograms } from './scan/run.ts';

const usual = { documents: 1_000_000, rounds: 5, seconds: 8 };
const quick = { rounds: 3, seconds: 4 };

/**
 * Scans over HTTP, each of which changes something, by wrk; against the least that a scan costs the database, by
 * pgbench at the same connections. Alternating, in one database.
 */
export const bench: Bench = {
  name: 'scan',
  async run(settings) {
    installPrograms(settings.say);
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
  const size = documents ?? usual.documents;
  const begun = performance.now();
  const filled = await fill(owner, size, say);
  await makeReference(owner, size);
  say(`filled in ${Math.round((performance.now() - begun) / 1000)} s`);
  const folder = await mkdtemp(path.join(tmpdir(), 'spoor-bench-'));
  const script = path.join(folder, 'reference.sql');
  await writeFile(script, referenceScript(size, filled.boxes.length));
  const product = await startProduct(owner);
  const load = await Load.prepare(filled, product.url);
  try {
    const measured = await measure({
      ...(documents === undefined ? usual : quick),
      owner,
      script,
      load,
      productPid: product.pid,
      say,
    });
    await checkEvents(owner, load.runs, filled.codes);
    const scans = load.runs.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
    say(`all of ${scans} acknowledged scans are in the events, once`);
    return presentMeasured(measured, { documents: size, scans });
  } finally {
    await product.stop();
    await load.tidyUp();
    await rm(folder, { recursive: true, force: true });
  }
}
