import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { DocumentView, EventView } from '../../shared/contracts/documents.ts';
import type { ApiClient } from '../support/api-client.ts';
import type { Print } from '../support/label-frames/ink.ts';
import { printLabel } from '../support/label-frames/label.ts';
import { printedLabels } from '../support/label-frames/printed-labels.ts';
import { getFile } from '../support/labels/get-file.ts';
import { signedInForRegister } from '../support/register.ts';
import type { TestApp } from '../support/test-app.ts';
import { type Shot, shoot } from './camera/film.ts';
import { openBrowser, openContext, settle, takeSession } from './support/browser.ts';
import { scanByHand } from './support/hand-scanner.ts';
import { startServedApp } from './support/served.ts';
import { lastScans, layTable, nameStation, outcome, type Station } from './support/station.ts';

const long = { timeout: 240_000 };
const patience = { timeout: 60_000 };

let app: TestApp;
let register: ApiClient;
let table: Station;

beforeAll(async () => {
  app = await startServedApp();
  register = await signedInForRegister(app);
  table = await layTable(register, 40);
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

async function openBefore(shots: readonly Shot[]): Promise<{ browser: Browser; page: Page }> {
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
  await page.goto(`${app.url}/scan`);
  await settle(page);
  return { browser, page };
}

const shows = (page: Page, text: string) =>
  outcome(page).getByText(text, { exact: true }).first().waitFor(patience);

const momentsOf = async (code: string) => {
  const { body } = await register.get<{ items: EventView[] }>(`/documents/${code}/events`);
  return body.items.flatMap(({ kind, moment }) => (kind === 'moment' ? [moment] : []));
};

/** Cut from the sheets that the product prints, by their codes. */
async function printAll(): Promise<Map<string, Print>> {
  const files = [
    `/mailings/${table.mailing}/labels.pdf?to=14`,
    `/labels/places.pdf?places=${table.box}`,
    '/labels/commands.pdf?types=coupon',
  ];
  const sheets = await Promise.all(
    files.map(async (file) => [...(await printedLabels((await getFile(app, register, file)).bytes))]),
  );
  return new Map(sheets.flat());
}

test(
  'a coupon with a printed label before the webcam: booked with its answer, in its box, in the dossier; again: already; and taken back by its command',
  long,
  async () => {
    const code = table.papers[0] ?? '';
    const printed = await printAll();
    const shown = (which: string, n: number) => {
      const paper = printed.get(which);
      if (!paper) throw new Error(`no sheet has a label with ${which}`);
      return held(which, n, paper);
    };
    const { page } = await openBefore([
      desk,
      shown(table.commands['answered-yes'] ?? '', 1),
      desk,
      shown(table.box, 2),
      desk,
      shown(code, 0),
      desk,
      shown(code, 3),
      desk,
    ]);
    await page.getByRole('button', { name: 'Use the camera' }).click();
    await page.getByLabel('Live picture of the camera').waitFor();
    await shows(page, 'Booked');
    await shows(page, 'Put it in');
    await shows(page, 'Already booked');
    await page.getByRole('button', { name: 'Camera off' }).click();

    const { body: paper } = await register.get<DocumentView>(`/documents/${code}`);
    expect(paper.words.headline).toBe('Yes');
    expect(paper.place.path.map(({ name }) => name)).toEqual(['Merendrecht', 'Room 0.14', 'Box 214']);
    expect(await momentsOf(code)).toEqual(['mailed', 'answered-yes']);

    const reader = await page.context().browser()?.newContext();
    if (!reader) throw new Error('no second browser');
    await takeSession(reader, register, app.url);
    const dossier = await reader.newPage();
    await dossier.goto(`${app.url}/customers/${paper.customer?.id}`);
    await settle(dossier);
    await dossier.getByText('Box 214').first().waitFor();
    await dossier.getByText('Yes', { exact: true }).first().waitFor();

    await scanByHand(page, table.commands['UNDO'] ?? '');
    await shows(page, 'Taken back');
    const { body: after } = await register.get<DocumentView>(`/documents/${code}`);
    expect([after.status['answer'], after.place.path]).toEqual([0, []]);
  },
);

test('a pile of thirty labels in one film: every one once, none twice, in order', long, async () => {
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
