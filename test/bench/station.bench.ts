import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { shoot } from '../browser/camera/film.ts';
import { openBrowser, openContext, settle, takeSession } from '../browser/support/browser.ts';
import { layTable, nameStation, type Station } from '../browser/support/station.ts';
import { ApiClient } from '../support/api-client.ts';
import { printLabel } from '../support/label-frames/label.ts';
import { startProduct } from '../support/started-product.ts';
import type { Bench, BenchResult, BenchSettings } from './bench.ts';
import { type Laps, startStopWatch } from './station/stop-watch.ts';
import { median, rounded } from './statistics.ts';

const labels = 20;
/** Seconds of empty table between papers: of a clerk who opens envelopes, and of one with a pile in the other hand. */
const between = { calm: 1.4, pile: 0.3 } as const;
const requests = 40;

/**
 * How long a clerk waits: from the first frame that shows the label readably reaching the page to the outcome on the
 * screen, against reading a frame and the request by themselves. Everything is the product's own: screens, server, database, one machine.
 */
export const bench: Bench = {
  name: 'station',
  async run(settings) {
    const data = await mkdtemp(path.join(os.tmpdir(), 'spoor-bench-station-'));
    const product = await startProduct(data);
    try {
      const client = await setUp(product.url, product.setUpLink);
      return await measure(product.url, client, await layTable(client, labels + requests + 5), settings);
    } finally {
      await product.stop();
      await rm(data, { recursive: true, force: true });
    }
  },
};

async function setUp(url: string, link: string): Promise<ApiClient> {
  const client = new ApiClient(url);
  const administrator = {
    name: 'Ilse Brandwijk',
    email: 'ilse@example.org',
    password: 'paper boats in the rain',
  };
  const organisation = { name: 'Merendrecht', language: 'en', timeZone: 'Europe/Amsterdam' };
  const token = new URL(link).hash.slice(1);
  const { status } = await client.post('/setup', { token, organisation, administrator });
  if (status >= 400) throw new Error(`the set-up answered ${status}`);
  return client;
}

async function measure(
  url: string,
  client: ApiClient,
  table: Station,
  { say }: BenchSettings,
): Promise<BenchResult> {
  const pile = table.papers.slice(0, labels);
  const film = await shoot([
    { seconds: 2 },
    ...pile.flatMap((code, n) => [
      { paper: printLabel('both', code, 7), pose: { turn: (n % 5) * 6 - 12 }, seconds: 1.2 },
      { seconds: n < labels / 2 ? between.calm : between.pile },
    ]),
  ]);
  const browser = await openBrowser({ film: film.file });
  try {
    const context = await openContext(browser);
    await takeSession(context, client, url);
    const page = await context.newPage();
    await nameStation(page);
    await page.addInitScript(startStopWatch);
    await page.goto(new URL('/scan', url).href);
    await settle(page);
    await page.getByRole('button', { name: 'Answer: yes' }).first().click();
    await page.getByRole('button', { name: 'Use the camera' }).click();
    const laps = await untilShown(page, pile);
    await page.getByRole('button', { name: 'Camera off' }).click();
    say(`${pile.length} labels seen`);
    return present(laps, pile, await requestsAlone(page, table.papers.slice(labels, labels + requests)));
  } finally {
    await browser.close();
    await film.remove();
  }
}

async function untilShown(page: Page, pile: readonly string[]): Promise<Laps> {
  await page.waitForFunction((codes) => codes.every((code) => globalThis.laps.shown[code]), pile, {
    timeout: 180_000,
    polling: 500,
  });
  return page.evaluate(() => globalThis.laps);
}

/** The same request from the same page, with nothing else going on; milliseconds each. */
async function requestsAlone(page: Page, codes: readonly string[]): Promise<number[]> {
  const scans = codes.map((code) => ({ id: randomUUID(), code, moment: 'answered-yes' }));
  return page.evaluate(async (each) => {
    const taken: number[] = [];
    for (const scan of each) {
      const now = new Date().toISOString();
      const body = JSON.stringify({ station: 'Bench', sentAt: now, scans: [{ ...scan, at: now }] });
      const begun = performance.now();
      const answer = await fetch('/api/v1/scans', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      const { results } = await answer.json();
      taken.push(performance.now() - begun);
      if (results[0].outcome !== 'booked') throw new Error(`a scan was ${results[0].outcome}`);
    }
    return taken;
  }, scans);
}

/** `pile`: the codes in the order of the film; the second half of them came in quick succession. */
function present(laps: Laps, pile: readonly string[], alone: readonly number[]): BenchResult {
  const codes = pile.filter((code) => laps.read[code]);
  const wait = (code: string) => (laps.shown[code] ?? 0) - (laps.seen[code] ?? 0);
  const reading = codes.map((code) => (laps.read[code]?.readAt ?? 0) - (laps.read[code]?.cameAt ?? 0));
  const [totalMs, readMs, requestMs] = [median(codes.map(wait)), median(reading), median(alone)];
  const aloneMs = readMs + requestMs;
  return {
    ratios: { total: { value: rounded(totalMs / (1.3 * aloneMs + 50)), limit: { atMost: 1 } } },
    figures: {
      totalMs: rounded(totalMs),
      aloneMs: rounded(aloneMs),
      readMs: rounded(readMs),
      requestMs: rounded(requestMs),
      calmMs: rounded(median(codes.slice(0, labels / 2).map(wait))),
      pileMs: rounded(median(codes.slice(labels / 2).map(wait))),
      slowestMs: rounded(Math.max(...codes.map(wait))),
      secondLooks: codes.filter((code) => laps.read[code]?.cameAt !== laps.seen[code]).length,
      labels: codes.length,
    },
    notes: [
      'total: totalMs of 1.3 × aloneMs + 50, the most it should be.',
      `calmMs and pileMs: with ${between.calm} s and ${between.pile} s of empty table before the next paper.`,
      'secondLooks: counted not in the first frame that was read.',
      'readMs is taken at the reader’s worker while the page does what it always does; requestMs afterwards, from the same page.',
    ],
  };
}
