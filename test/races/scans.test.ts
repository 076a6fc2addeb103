import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { openDatabase, openPool } from '../../server/platform/db/database.ts';
import { listen } from '../../server/platform/http/listen.ts';
import { silentLog } from '../../server/platform/log.ts';
import { ApiClient } from '../support/api-client.ts';
import { getMailing } from '../support/register.ts';
import { makeScanHouse, type ScanHouse } from '../support/scans.ts';
import { startTestApp } from '../support/test-app.ts';

let house: ScanHouse;
/** The same person at two servers on one database. */
let servers: ApiClient[];
let stopSecond: () => Promise<void>;

beforeAll(async () => {
  house = await makeScanHouse(await startTestApp());
  const pool = openPool({
    connection: house.app.database.application,
    size: 10,
    name: 'second',
    log: silentLog,
  });
  const context = { ...house.app.context, db: openDatabase(pool) };
  const handle = buildApp({ context, clientFolder: undefined, publicOrigin: undefined, trustProxy: false });
  const second = await listen({ handle, host: '127.0.0.1', port: 0, tls: undefined, log: silentLog });
  stopSecond = async () => {
    await second.close(1_000);
    await pool.end();
  };
  const there = new ApiClient(second.url);
  there.cookie = house.station.cookie;
  servers = [house.station, there];
});

afterAll(async () => {
  expect(await house.damage()).toEqual([]);
  await stopSecond();
  await house.app.stop();
});

const onePaper = async () => (await house.papers(1))[0] as string;
const holderOf = async (code: string) => (await house.paper(code)).place.path.at(-1)?.code;
const serverFor = (n: number) => ({ client: servers[n % 2] as ApiClient, station: `Desk ${n}` });

test('two stations that read two answers from one paper at once: one is booked, the other goes to a person', async () => {
  for (let round = 0; round < 20; round += 1) {
    const code = await onePaper();
    const results = await Promise.all([
      house.send([{ code, moment: 'answered-yes' }], serverFor(0)),
      house.send([{ code, moment: 'answered-no' }], serverFor(1)),
    ]);
    const outcomes = results.map(([result]) => result?.outcome);
    expect(outcomes.toSorted()).toEqual(['booked', 'exception']);
    expect((await house.paper(code)).status['answer']).toBe(outcomes[0] === 'booked' ? 1 : 2);
  }
});

test('twelve stations put one paper into a box each: one after the other, it lies where the last one put it', async () => {
  const code = await onePaper();
  const boxes = await Promise.all(Array.from({ length: 12 }, () => house.box()));
  const results = await Promise.all(boxes.map((place, n) => house.send([{ code, place }], serverFor(n))));
  expect(results.map(([result]) => result?.outcome)).toEqual(boxes.map(() => 'booked'));
  const events = await house.events(code);
  expect(events).toHaveLength(2 + 12);
  expect(new Set(events.slice(2).map(({ place }) => place?.path.at(-1)?.code))).toEqual(new Set(boxes));
  expect(await holderOf(code)).toBe(events.at(-1)?.place?.path.at(-1)?.code);
});

test('two stations fill one box with a hundred papers each, in large requests that cross: all of them lie in it', async () => {
  const codes = await house.papers(200);
  const box = await house.box();
  const mailing = (await house.paper(codes[0] as string)).mailing.id;
  // Every paper in both requests, in opposite orders.
  const scans = codes.map((code) => ({ code, moment: 'answered-yes', place: box }));
  const [forth, back] = await Promise.all([
    house.send(scans, serverFor(0)),
    house.send(scans.toReversed(), serverFor(1)),
  ]);
  const outcomes = codes.map((_, n) => [forth[n]?.outcome, back[199 - n]?.outcome].toSorted());
  expect(outcomes).toEqual(codes.map(() => ['already-booked', 'booked']));
  expect((await house.place(box)).documents).toBe(200);
  const { figures } = await getMailing(house.office, mailing);
  expect([figures.mailed, figures.answered]).toEqual([200, 200]);
});

test('a box is moved between shelves while papers are put into it: both are done, and the papers move along', async () => {
  const [box, one, other] = [await house.box(), await house.box(), await house.box()];
  const codes = await house.papers(60);
  const moves = Array.from({ length: 12 }, (_, n) =>
    house.send([{ code: box, place: n % 2 ? one : other }], serverFor(n)),
  );
  const puts = codes.map((code, n) => house.send([{ code, place: box }], serverFor(n)));
  const patches = Array.from({ length: 6 }, (_, n) =>
    house.office.patch(`/places/${box}`, { in: n % 2 ? one : other }),
  );
  const results = (await Promise.all([...moves, ...puts])).flat();
  for (const { status } of await Promise.all(patches)) expect(status).toBe(200);
  expect(results.filter(({ outcome }) => !['booked', 'already-booked'].includes(outcome))).toEqual([]);
  const { path, documents } = await house.place(box);
  expect(documents).toBe(60);
  for (const code of codes.slice(0, 5)) {
    expect((await house.paper(code)).place.path.map((step) => step.code)).toEqual(
      path.map((step) => step.code),
    );
  }
});

test('two boxes put into each other at once: one goes, the other is refused', async () => {
  for (let round = 0; round < 10; round += 1) {
    const [a, b] = [await house.box(), await house.box()];
    const results = await Promise.all([
      house.send([{ code: a, place: b }], serverFor(0)),
      house.send([{ code: b, place: a }], serverFor(1)),
    ]);
    expect(results.map(([result]) => result?.outcome).toSorted()).toEqual(['booked', 'refused']);
  }
});

test('a box is taken away while papers and boxes are put into it: it is gone and nothing lies in it, or it stays', async () => {
  const seen = new Map<number, number>();
  // Whoever is first is a matter of a millisecond: more rounds until each was.
  for (let round = 0; round < 25 || (seen.size < 2 && round < 200); round += 1) {
    const box = await house.box();
    const inner = await house.box();
    const codes = await house.papers(3);
    const remove = async () => {
      if (round % 3) await new Promise((resolve) => setTimeout(resolve, round % 3));
      return house.office.delete(`/places/${box}`);
    };
    const [removed, ...put] = await Promise.all([
      remove(),
      ...[...codes, inner].map((code, n) =>
        house.send(
          [{ code, place: box, ...(code === inner ? {} : { moment: 'answered-yes' }) }],
          serverFor(n),
        ),
      ),
    ]);
    seen.set(removed.status, (seen.get(removed.status) ?? 0) + 1);
    expect([204, 409]).toContain(removed.status);
    for (const [n, [result]] of put.entries()) {
      const holder =
        n < 3 ? await holderOf(codes[n] as string) : (await house.place(inner)).path.at(-2)?.code;
      expect(holder === box).toBe(result?.place?.outcome === 'booked');
      if (removed.status === 204) expect(result?.place?.problem?.code).toBe('place-unknown');
      // The answer is not lost for a box that is gone.
      if (n < 3) expect(result?.moment?.outcome).toBe('booked');
    }
    if (removed.status === 409)
      expect(put.some(([result]) => result?.place?.outcome === 'booked')).toBe(true);
  }
  expect([...seen.keys()].toSorted()).toEqual([204, 409]);
});

test('stations scan while the mailing is marked as mailed: nothing is lost on either side', async () => {
  for (let round = 0; round < 5; round += 1) {
    const codes = await house.papers(50, { mailed: false });
    const mailing = (await house.paper(codes[0] as string)).mailing.id;
    const [marked, ...results] = await Promise.all([
      house.office.post(`/mailings/${mailing}/mailed`, { at: house.app.clock.now().toISOString() }),
      ...codes.slice(0, 25).map((code, n) => house.send([{ code, moment: 'answered-yes' }], serverFor(n))),
    ]);
    expect(marked.status).toBe(200);
    expect(results.flat().map(({ outcome }) => outcome)).toEqual(codes.slice(0, 25).map(() => 'booked'));
    const { figures } = await getMailing(house.office, mailing);
    expect([figures.mailed, figures.answered]).toEqual([50, 25]);
    for (const code of codes.slice(0, 5)) expect((await house.paper(code)).place.state).toBe('received');
  }
});
