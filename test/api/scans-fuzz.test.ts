import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chance, makeChance } from '../../server/example/chance.ts';
import { openLog } from '../../server/platform/log.ts';
import { percentile } from '../bench/statistics.ts';
import { freshCookie } from '../support/people.ts';
import { makeScanHouse, type ScanHouse } from '../support/scans.ts';
import { startTestApp } from '../support/test-app.ts';
import { type FuzzedRequest, fuzzScans } from './fuzzed-scans.ts';

/** Some each time; all with `SPOOR_FUZZ_REQUESTS=100000 npm test -- test/api/scans-fuzz.test.ts`. */
const count = Number(process.env['SPOOR_FUZZ_REQUESTS'] ?? 3_000);
const callers = 4;
const agent = new http.Agent({ keepAlive: true });

let house: ScanHouse;
let cookie: string;
let logged = '';

beforeAll(async () => {
  const write = (line: string) => {
    logged += line;
  };
  house = await makeScanHouse(await startTestApp({ log: openLog('error', { write }) }));
  cookie = await freshCookie(house.app, 'mailroom@example.org');
});

afterAll(async () => {
  agent.destroy();
  await house.app.stop();
});

interface Heard {
  status: number;
  type: string;
  text: string;
}

function send({ body, headers }: FuzzedRequest): Promise<Heard> {
  const { hostname, port, origin } = new URL(house.app.url);
  return new Promise((resolve, reject) => {
    const call = http.request(
      { hostname, port, method: 'POST', path: '/api/v1/scans', agent },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        response.on('error', reject).on('end', () => {
          const type = String(response.headers['content-type'] ?? '');
          resolve({ status: response.statusCode ?? 0, type, text });
        });
      },
    );
    const all = { cookie, origin, 'content-length': String(body.length), ...headers };
    for (const [name, value] of Object.entries(all)) call.setHeader(name, value);
    call.setTimeout(10_000, () => call.destroy(new Error('no answer within 10 seconds')));
    call.on('error', reject).end(body);
  });
}

/** Healthy scans one after another, each of which moves a paper; milliseconds of each. */
async function scanWell(code: string, boxes: readonly string[], isEnough: (times: number) => boolean) {
  const times: number[] = [];
  while (!isEnough(times.length)) {
    const now = house.app.clock.now().toISOString();
    const place = boxes[times.length % boxes.length];
    const body = { station: 'Healthy', sentAt: now, scans: [{ id: randomUUID(), code, place, at: now }] };
    const begun = performance.now();
    const headers = { 'content-type': 'application/json' };
    const { status, text } = await send({ body: Buffer.from(JSON.stringify(body)), headers });
    times.push(performance.now() - begun);
    expect([status, JSON.parse(text).results[0].outcome], text).toEqual([200, 'booked']);
    await sleep(2);
  }
  return times;
}

async function sendAll(chance: Chance, words: readonly string[]): Promise<Map<number, number>> {
  const seen = new Map<number, number>();
  let sent = 0;
  const call = async () => {
    while (sent < count) {
      const number = sent++;
      const asked = fuzzScans(chance, words);
      const { status, type, text } = await send(asked);
      const what = () => `${number}: ${asked.body.toString('latin1').slice(0, 2_000)}\n${text}\n${logged}`;
      if (status >= 500 || status === 0) expect.fail(what());
      if (status >= 400 && !type.startsWith('application/problem+json')) expect.fail(what());
      seen.set(status, (seen.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: callers }, call));
  return seen;
}

test(`${count} requests that are wrong in many ways: no failure of ours, and healthy scans go on meanwhile`, {
  timeout: 60_000 + count * 10,
}, async () => {
  const [healthy, ...others] = await house.papers(6);
  const boxes = [await house.box(), await house.box()];
  const alone = await scanWell(healthy as string, boxes, (times) => times >= 300);
  let over = false;
  const meanwhile = scanWell(healthy as string, boxes, () => over);
  const seen = await sendAll(makeChance(20_270_309), [...others, ...boxes, house.site]).finally(() => {
    over = true;
  });
  const beside = await meanwhile;
  const p99 = (times: number[]) => `${percentile(times, 99).toFixed(1)} ms`;
  const statuses = [...seen].toSorted(([a], [b]) => a - b).map(([status, times]) => `${status}: ${times}`);
  console.log(
    `${count} fuzzed requests (${statuses.join(', ')}); healthy scans: p99 ${p99(alone)} alone, ${p99(beside)} meanwhile (${beside.length})`,
  );
  expect([...seen.keys()]).toEqual(expect.arrayContaining([200, 400, 413, 415]));
  expect(beside.length).toBeGreaterThan(20);
  expect(logged).toBe('');
  const events = await house.events(healthy as string);
  expect(events.filter(({ station }) => station === 'Healthy')).toHaveLength(alone.length + beside.length);
  expect(await house.damage()).toEqual([]);
});
