import { execFile } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { expect, test, vi } from 'vitest';
import { makeChance } from '../../server/example/chance.ts';
import { findDataFolder } from '../../server/platform/data-folder/data-folder.ts';
import { connectEmbeddedPostgres } from '../../server/platform/embedded-postgres/embedded-postgres.ts';
import type { ApiClient } from '../support/api-client.ts';
import { importCustomers, issueMailing, listPapers } from '../support/register.ts';
import { bodyOf } from '../support/scans.ts';
import { killPostgres, makePlace, type Product, startProduct } from './product-process.ts';
import { type Acknowledged, runStation, type Shift } from './scan-stations.ts';
import { administrator, signIn } from './used-folder.ts';

/** A few rounds each time; many with `SPOOR_CRASH_ROUNDS=30 npm test -- test/whole/scan-crashes.test.ts`. */
const rounds = Number(process.env['SPOOR_CRASH_ROUNDS'] ?? 3);
const stations = 20;
const papers = 200;

async function prepare(client: ApiClient): Promise<{ codes: string[]; boxes: string[] }> {
  await importCustomers(client, papers);
  const mailing = await issueMailing(client);
  const codes = (await listPapers(client, mailing, '?limit=200')).map(({ code }) => code);
  const make = async (to: string, body: object) => bodyOf(await client.post<{ code: string }>(to, body)).code;
  const site = await make('/locations', { kind: 'site', name: 'Kadehuis' });
  const boxes: string[] = [];
  for (let n = 0; n < 10; n += 1) boxes.push(await make('/containers', { kind: 'box', in: site }));
  return { codes, boxes };
}

interface EventRow {
  code: string;
  cause: string;
  moment: string | null;
  place: string | null;
  times: number;
}

/** What the scans have left among the events, by paper and scan. */
async function readEvents(folder: string): Promise<Map<string, EventRow>> {
  const dataFolder = await findDataFolder(folder);
  const owner = dataFolder && (await connectEmbeddedPostgres({ dataFolder }));
  if (!owner) throw new Error('the database does not run');
  const client = new pg.Client(owner);
  await client.connect();
  try {
    const { rows } = await client.query<EventRow>(
      `select code, cause, max(moment) as moment, max(place) as place, count(*)::int as times
         from events where station_id is not null group by 1, 2`,
    );
    return new Map(rows.map((row) => [`${row.code} ${row.cause}`, row]));
  } finally {
    await client.end();
  }
}

/** What is wrong with one acknowledged scan in the light of the events. */
function checkScan({ scan, result }: Acknowledged, event: EventRow | undefined): string[] {
  const booked = { moment: result.moment?.outcome === 'booked', place: result.place?.outcome === 'booked' };
  const wrong: string[] = [];
  if (booked.moment || booked.place) {
    if (!event) return ['it is not there'];
    if (booked.moment !== (event.moment !== null))
      wrong.push('its answer is not there, or one that it did not give');
    if (booked.place && String(event.place) !== scan.place) wrong.push('its place is not there');
  }
  if (event && event.times !== 1) wrong.push(`it is there ${event.times} times`);
  return wrong;
}

test(`${rounds} times killed amid ${stations} stations: each acknowledged scan is there once, whole, with its outcome`, {
  timeout: 120_000 + rounds * 30_000,
}, async () => {
  const folder = path.join(makePlace(), 'data');
  let product: Product = startProduct(folder, administrator);
  let client = await signIn(await product.address());
  const said: string[] = [];
  const shift: Shift = {
    ...(await prepare(client)),
    client: () => client,
    over: false,
    acknowledged: [],
    refusedToTalk: 0,
    failures: [],
  };
  const chance = makeChance(20_270_309);
  const atWork = Array.from({ length: stations }, (_, n) => runStation(shift, `Station ${n}`, makeChance(n)));
  const victims: Record<string, number> = { node: 0, postgres: 0, both: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const before = shift.acknowledged.length;
    await vi.waitUntil(() => shift.acknowledged.length > before + 20, { timeout: 60_000 });
    await sleep(chance.below(1_000));
    const victim = ['node', 'postgres', 'both'][round % 3] as string;
    victims[victim] = (victims[victim] ?? 0) + 1;
    if (victim !== 'node') killPostgres(folder);
    if (victim !== 'postgres') {
      await product.kill();
      said.push(product.said());
      product = startProduct(folder, administrator);
      client = await signIn(await product.address());
    }
  }
  const before = shift.acknowledged.length;
  await vi.waitUntil(() => shift.acknowledged.length > before + 20, { timeout: 60_000 });
  shift.over = true;
  said.push(product.said());
  await Promise.all(atWork);

  expect(shift.failures.slice(0, 5), said.join('\n').slice(-5_000)).toEqual([]);
  const events = await readEvents(folder);
  const wrong = shift.acknowledged.flatMap((each) =>
    checkScan(each, events.get(`${each.scan.code} ${each.scan.id}`)).map(
      (what) => `${each.scan.id}: ${what}`,
    ),
  );
  expect(wrong).toEqual([]);
  const sent = new Set(shift.acknowledged.map(({ scan }) => `${scan.code} ${scan.id}`));
  expect([...events.keys()].filter((key) => !sent.has(key))).toEqual([]);
  const booked = shift.acknowledged.filter(({ result }) => result.outcome === 'booked').length;
  console.log(
    `${shift.acknowledged.length} scans acknowledged (${booked} booked), ${shift.refusedToTalk} tries in vain, killed: ${JSON.stringify(victims)}`,
  );
  expect(shift.refusedToTalk).toBeGreaterThan(0);
  // Whoever asks again is told the same.
  for (const { scan, result } of shift.acknowledged
    .slice(-300)
    .filter((each) => each.result.outcome !== 'refused')) {
    const body = { station: 'Again', sentAt: new Date().toISOString(), scans: [scan] };
    const again = bodyOf(await client.post<{ results: (typeof result)[] }>('/scans', body)).results[0];
    expect([again?.outcome, again?.moment?.outcome, again?.place?.outcome]).toEqual([
      result.outcome,
      result.moment?.outcome,
      result.place?.outcome,
    ]);
  }
  expect(await product.stop()).toBe(0);
  const env = { PATH: process.env['PATH'] ?? '', SPOOR_DATA: folder };
  const cli = new URL('../../server/cli.ts', import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(process.execPath, [cli, 'verify'], { env });
  expect(stdout).toContain('All is as it was written');
});
