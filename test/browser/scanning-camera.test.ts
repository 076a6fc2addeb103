import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { DocumentView, EventView } from '../../shared/contracts/documents.ts';
import type { ApiClient } from '../support/api-client.ts';
import type { Print } from '../support/label-frames/ink.ts';
import { printLabel } from '../support/label-frames/label.ts';
import { printedLabels } from '../support/label-frames/printed-labels.ts';
import { signedInForRegister } from '../support/register.ts';
import { momentCommand, stationCommand } from '../support/scans.ts';
import type { TestApp } from '../support/test-app.ts';
import { type Shot, shoot } from './camera/film.ts';
import { openBrowser, openContext, settle, takeSession } from './support/browser.ts';
import { scanByHand } from './support/hand-scanner.ts';
import {
  importFile,
  issueMailing,
  makeArchive,
  markAsMailed,
  saveFile,
} from './support/register-on-screen.ts';
import { startServedApp } from './support/served.ts';
import { lastScans, layTable, nameStation, outcome, type Station } from './support/station.ts';

const long = { timeout: 240_000 };
const patience = { timeout: 60_000 };

let app: TestApp;
let register: ApiClient;
let table: Promise<Station> | undefined;
/** Not before the way that begins with nothing. */
const tableOnce = () => (table ??= layTable(register, 40));

beforeAll(async () => {
  app = await startServedApp();
  // The screens offer the day of the browser's clock, so the house has the same.
  app.clock.set(new Date().toISOString());
  register = await signedInForRegister(app);
});

afterAll(() => app?.stop());

/** A label as a webcam on a desk sees it: turned, a little tilted, noisy, not quite sharp. */
function held(code: string, n = 0, paper: Print = printLabel('both', code, 7)): Shot {
  return {
    paper,
    pose: { turn: [12, -8, 4, -15][n % 4] ?? 0, tiltUp: 6, tiltRight: n % 2 ? -8 : 8 },
    light: { blur: 1, noise: 5, brightness: 0.92 },
    seconds: 2,
  };
}

const desk: Shot = { seconds: 1 };

async function openBefore(shots: readonly Shot[], path = '/scan'): Promise<{ browser: Browser; page: Page }> {
  const film = await shoot(shots);
  const browser = await openBrowser({ film: film.file });
  onTestFinished(async () => {
    await browser.close();
    await film.remove();
  });
  const context = await openContext(browser);
  await takeSession(context, await app.signedIn('mailroom'), app.url);
  const page = await context.newPage();
  await nameStation(page);
  await page.goto(`${app.url}${path}`);
  await settle(page);
  return { browser, page };
}

const shows = (page: Page, text: string) =>
  outcome(page).getByText(text, { exact: true }).first().waitFor(patience);

const momentsOf = async (code: string) => {
  const { body } = await register.get<{ items: EventView[] }>(`/documents/${code}/events`);
  return body.items.flatMap(({ kind, moment }) => (kind === 'moment' ? [moment] : []));
};

const way = { language: 'en', size: 'desk' } as const;

/** Somebody of the register before its screens. */
async function openRegister(): Promise<Page> {
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const context = await openContext(browser);
  await takeSession(context, register, app.url);
  return context.newPage();
}

/** From nothing to labels on paper, all of it by the screens: three coupons that are mailed, a box, a command sheet. */
async function goOut(page: Page) {
  await importFile(page, app.url, way);
  await issueMailing(page, app.url, way, 'Direct debit 2027');
  await page.locator('main').getByRole('link', { name: 'Labels', exact: true }).click();
  const coupons = await printedLabels(await saveFile(page, /^Save 3 labels as PDF$/));
  await page.goBack();
  await markAsMailed(page, way);
  await makeArchive(page, app.url, way);
  await page.locator('main').getByRole('link', { name: 'Labels', exact: true }).click();
  const box = await printedLabels(await saveFile(page, /^Save the labels as PDF$/));
  await page.goto(`${app.url}/labels`);
  await page.getByRole('checkbox', { name: 'Coupon' }).check();
  const commands = await printedLabels(await saveFile(page, /^Save the command sheet as PDF$/));
  return { coupons, box, commands };
}

test(
  'customers from a file, a mailing, its labels; a coupon before the webcam: booked with its answer, in its box, in the dossier; again: already; and taken back by its command',
  long,
  async () => {
    const desk1 = await openRegister();
    const printed = await goOut(desk1);
    const [code = '', coupon] = [...printed.coupons][0] ?? [];
    const [boxLabel] = printed.box.values();
    const yes = printed.commands.get(await momentCommand(register, 'coupon', 'answered-yes'));
    const undo = printed.commands.get(await stationCommand(register, 'UNDO'));
    if (!coupon || !boxLabel || !yes || !undo) throw new Error('a label is not on its sheet');
    const { page } = await openBefore([
      desk,
      held(code, 1, yes),
      desk,
      held(code, 2, boxLabel),
      desk,
      held(code, 0, coupon),
      // Away for more than a second, or it would be the same paper still.
      { seconds: 2 },
      held(code, 3, coupon),
      // Time to look into the dossier before the film takes it all back.
      { seconds: 25 },
      held(code, 1, undo),
      { seconds: 30 },
    ]);
    await page.getByRole('button', { name: 'Use the camera' }).click();
    await page.getByLabel('Live picture of the camera').waitFor();
    await shows(page, 'Booked');
    await shows(page, 'Put it in');
    await shows(page, 'Already booked');

    const { body: paper } = await register.get<DocumentView>(`/documents/${code}`);
    expect(paper.words.headline).toBe('Yes');
    expect(paper.place.path.map(({ name }) => name)).toEqual(['Kadehuis en', 'Box 1']);
    expect(await momentsOf(code)).toEqual(['mailed', 'answered-yes']);
    await desk1.goto(`${app.url}/customers/${paper.customer?.id}`);
    await settle(desk1);
    await desk1.getByText('Box 1').first().waitFor();
    await desk1.getByText('Yes', { exact: true }).first().waitFor();

    await shows(page, 'Taken back');
    await page.getByRole('button', { name: 'Camera off' }).click();
    const { body: after } = await register.get<DocumentView>(`/documents/${code}`);
    expect([after.status['answer'], after.place.path]).toEqual([0, []]);
  },
);

test('a paper before the camera of the search is found, and nothing is booked by it', long, async () => {
  const table = await tableOnce();
  const code = table.papers[38] ?? '';
  const { page } = await openBefore([desk, { ...held(code), seconds: 6 }], '/places');
  await page.keyboard.press('Control+k');
  await page.getByRole('button', { name: 'Scan a paper' }).click();
  await page.waitForURL(`${app.url}/documents/${code}`, patience);
  await page.getByText('Direct debit 2027').first().waitFor();
  expect(await momentsOf(code)).toEqual(['mailed']);
});

test('a pile of thirty labels in one film: every one once, none twice, in order', long, async () => {
  const table = await tableOnce();
  const pile = table.papers.slice(5, 35);
  const { page } = await openBefore([
    { seconds: 3 },
    ...pile.flatMap((code, n) => [{ ...held(code, n), seconds: 1.2 }, { seconds: 0.4 }]),
  ]);
  await scanByHand(page, table.commands['answered-no'] ?? '');
  await page.getByRole('button', { name: 'Use the camera' }).click();
  await expect.poll(async () => new Set(await codesOf(page)).size, { timeout: 120_000 }).toBe(pile.length);
  await page.getByRole('button', { name: 'Camera off' }).click();
  // The film begins anew after its end, and may have been under way when the camera opened: as one ring, then.
  const first = (await codesOf(page)).toReversed().slice(0, pile.length);
  const start = pile.indexOf(first[0] ?? '');
  expect(first).toEqual([...pile.slice(start), ...pile.slice(0, start)]);
  for (const code of pile) expect(await momentsOf(code), code).toEqual(['mailed', 'answered-no']);
});

async function codesOf(page: Page): Promise<string[]> {
  return lastScans(page).evaluateAll((rows) =>
    rows.map((row) => /\d{12}/.exec((row.textContent ?? '').replaceAll(/\s/g, ''))?.[0] ?? ''),
  );
}
