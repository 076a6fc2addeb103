import type { Browser } from 'playwright-core';
import { openBrowser } from '../browser/support/browser.ts';
import { bodyOf, type ExampleOffice, findMailing, openExampleOffice } from '../support/example-office.ts';
import type { Bench, BenchResult, BenchSettings } from './bench.ts';
import { type Opened, openCold, type Screen } from './pages/open-cold.ts';
import { median, rounded } from './statistics.ts';

const rounds = 5;
/** Gzipped, of each first page of somebody's day. */
const mostScriptKB = 180;
/** Within a second nobody's train of thought is broken (Nielsen, Usability Engineering, 1993, chapter 5). */
const longestPaintMs = 1_000;

/** How heavy the pages are and when their largest content stands, on the example office and with nothing in the cache. */
export const bench: Bench = {
  name: 'pages',
  async run(settings) {
    const office = await openExampleOffice();
    try {
      const browser = await openBrowser();
      try {
        return present(await measure(browser, office, await listScreens(office), settings));
      } finally {
        await browser.close();
      }
    } finally {
      await office.stop();
    }
  },
};

async function listScreens(office: ExampleOffice): Promise<Screen[]> {
  const [johanna, ruben, marit] = [
    await office.signIn('johanna'),
    await office.signIn('ruben'),
    await office.signIn('marit'),
  ];
  const { id } = await findMailing(ruben, /^Direct debit/);
  const { items } = await bodyOf(johanna.get<{ items: { id: string }[] }>('/customers?query=Aldering'));
  return [
    { name: 'SignIn', path: '/sign-in', client: undefined },
    { name: 'Search', path: '/customers?query=Aldering', client: johanna },
    { name: 'Dossier', path: `/customers/${items[0]?.id}`, client: johanna },
    { name: 'Mailing', path: `/mailings/${id}`, client: ruben },
    { name: 'Station', path: '/scan', client: marit },
  ];
}

type Measured = Map<string, Opened[]>;

async function measure(
  browser: Browser,
  { url }: ExampleOffice,
  screens: readonly Screen[],
  { say }: BenchSettings,
): Promise<Measured> {
  const measured: Measured = new Map(screens.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const screen of screens) measured.get(screen.name)?.push(await openCold(browser, url, screen));
    const last = [...measured].map(([name, all]) => `${name} ${all.at(-1)?.paintMs.toFixed(0)} ms`);
    say(`round ${round + 1}: ${last.join(', ')}`);
  }
  return measured;
}

function present(measured: Measured): BenchResult {
  const result: BenchResult = { ratios: {}, figures: { scriptKB: {}, paintMs: {} }, notes: [] };
  const scriptKB: Record<string, number> = {};
  const paintMs: Record<string, number> = {};
  for (const [name, all] of measured) {
    const kilobytes = median(all.map(({ scriptBytes }) => scriptBytes)) / 1_024;
    const paint = median(all.map((each) => each.paintMs));
    const key = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
    scriptKB[key] = rounded(kilobytes, 4);
    paintMs[key] = rounded(paint);
    result.ratios[`script${name}`] = { value: kilobytes / mostScriptKB, limit: { atMost: 1 } };
    result.ratios[`paint${name}`] = { value: paint / longestPaintMs, limit: { atMost: 1 } };
  }
  return { ...result, figures: { scriptKB, paintMs } };
}
