import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import type { ColleagueKey } from '../../server/example/colleagues.ts';
import type { DossierView } from '../../shared/contracts/dossiers.ts';
import { shoot } from '../browser/camera/film.ts';
import { openBrowser, openContext, settle, takeSession } from '../browser/support/browser.ts';
import { scanByHand } from '../browser/support/hand-scanner.ts';
import { lastScans, nameStation } from '../browser/support/station.ts';
import type { ApiClient } from '../support/api-client.ts';
import {
  bodyOf,
  type ExampleOffice,
  findMailing,
  findPlace,
  listOpen,
  momentCode,
  openExampleOffice,
} from '../support/example-office.ts';
import { printLabel } from '../support/label-frames/label.ts';
import { getFile } from '../support/labels/get-file.ts';
import { inFolder } from '../support/labels/render.ts';

// `npm run pictures`: the pictures of the README, taken of the example office as it is now.
const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const size = { width: 1280, height: 800 };
/** Chromium calls its camera after the file of the film. */
const nameCamera = "Object.defineProperty(InputDeviceInfo.prototype, 'label', { get: () => 'Desk camera' })";

await mkdir(folder, { recursive: true });
const office = await openExampleOffice();
try {
  const ruben = await office.signIn('ruben');
  const mailing = await findMailing(ruben, /^Direct debit/);
  await takePage(office, 'dossier', 'johanna', await findLivelyDossier(ruben));
  await takePage(office, 'mailing', 'ruben', `/mailings/${mailing.id}`);
  await takeStation(office, ruben);
  await takeLabels(office, ruben);
} finally {
  await office.stop();
}

/** Few colours are plenty for screens, and keep the repository small. */
async function keep(name: string, picture: Buffer): Promise<void> {
  const small = await sharp(picture).png({ palette: true, quality: 92, effort: 10 }).toBuffer();
  await writeFile(path.join(folder, `${name}.png`), small);
  console.log(`docs/pictures/${name}.png  ${Math.round(small.length / 1024)} KB`);
}

async function takePage(
  { url, signIn }: ExampleOffice,
  name: string,
  who: ColleagueKey,
  address: string,
  film?: string,
  act?: (page: Page) => Promise<void>,
): Promise<void> {
  const browser = await openBrowser(film === undefined ? {} : { film });
  try {
    const context = await openContext(browser);
    await takeSession(context, await signIn(who), url);
    const page = await context.newPage();
    await page.setViewportSize(size);
    await nameStation(page);
    await page.addInitScript(nameCamera);
    await page.goto(`${url}${address}`);
    await settle(page);
    await act?.(page);
    await keep(name, await page.screenshot());
  } finally {
    await browser.close();
  }
}

/** Somebody whose dossier shows what there is: an answer that lies in its box, a signature, papers that are out. */
async function findLivelyDossier(client: ApiClient): Promise<string> {
  const { items } = await bodyOf(client.get<{ items: { id: string }[] }>('/customers?limit=200'));
  let best = { path: '', worth: -1 };
  for (const { id } of items) {
    const { documents } = await bodyOf(client.get<DossierView>(`/customers/${id}/dossier`));
    const answered = documents.find(({ words, place }) => words.headline === 'Yes' && place.path.length > 3);
    const isVoid = documents.some(({ place }) => place.state === 'void');
    const worth = new Set(documents.map(({ words }) => words.headline)).size + documents.length / 10;
    if (answered && !isVoid && worth > best.worth)
      best = { path: `/customers/${id}?paper=${answered.code}`, worth };
  }
  return best.path;
}

/** A pile of coupons by the hand scanner, and one that is held before the camera. */
async function takeStation(office: ExampleOffice, ruben: ApiClient): Promise<void> {
  const mailing = await findMailing(ruben, /^Free leak check/);
  const [first = '', ...pile] = await listOpen(ruben, mailing.id);
  const commands = [await momentCode(ruben, 'coupon', 'answered-yes'), await findPlace(ruben, 'Box 215')];
  const paper = printLabel('both', first, 7);
  const film = await shoot([{ paper, pose: { turn: 7, tiltUp: 6, tiltRight: 6 }, seconds: 2 }]);
  try {
    await takePage(office, 'station', 'marit', '/scan', film.file, async (page) => {
      for (const code of [...commands, ...pile.slice(0, 3), pile[0] ?? '', ...pile.slice(3, 8)]) {
        await scanByHand(page, code);
        await page.waitForTimeout(400);
      }
      await page.getByRole('button', { name: 'Use the camera' }).click();
      await lastScans(page)
        .filter({ hasText: new RegExp([...first].join('\\s*')) })
        .waitFor({ timeout: 60_000 });
      // The box's figures follow within seconds.
      await page.getByText('9 of 60').waitFor();
    });
  } finally {
    await film.remove();
  }
}

/** The first sheet of labels as it comes out of the printer, on a grey table. */
async function takeLabels(office: ExampleOffice, ruben: ApiClient): Promise<void> {
  const { id } = await findMailing(ruben, /^Meter exchange/);
  const { bytes } = await getFile(office, ruben, `/mailings/${id}/labels.pdf?name=true`);
  const sheet = await inFolder(async (at) => {
    await writeFile(path.join(at, 'labels.pdf'), bytes);
    const asked = [
      '-r',
      '100',
      '-f',
      '1',
      '-singlefile',
      '-png',
      path.join(at, 'labels.pdf'),
      path.join(at, 'sheet'),
    ];
    await promisify(execFile)('pdftoppm', asked);
    return readFile(path.join(at, 'sheet.png'));
  });
  const table = { top: 24, bottom: 24, left: 24, right: 24, background: '#dfdad0' };
  await keep('labels', await sharp(sheet).flatten({ background: '#fff' }).extend(table).toBuffer());
}
