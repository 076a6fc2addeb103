import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { type Look, openBrowser, openContext, settle, takeSession } from '../browser/support/browser.ts';
import { noRegister } from '../browser/support/fill-register.ts';
import { registerScreens } from '../browser/support/register-screens.ts';
import { type House, type Screen, screens } from '../browser/support/screens.ts';
import type { ApiClient } from '../support/api-client.ts';
import { startProduct } from '../support/started-product.ts';
import { type FilledHouse, fillHouse } from './fill-house.ts';
import { type Picture, writeIndex } from './write-index.ts';

// `npm run test:pictures`: every screen at every size and theme, to be looked at by a person.
const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = path.join(root, 'test-results', 'pictures');
/** `npm run test:pictures -- people` takes only what has the word in its name. */
const only = process.argv[2] ?? '';

const looks: Look[] = [
  { size: 'desk', theme: 'light' },
  { size: 'desk', theme: 'dark' },
  { size: 'phone', theme: 'light' },
  { size: 'phone', theme: 'dark' },
];
const dutch = new Set([
  'sign-in',
  'home',
  'home-mailroom',
  'person-add-errors',
  'person',
  'menu',
  'set-up',
  'dossier',
  'mailing',
  'place-box',
  'mailing-add-errors',
  'customers-import',
  'customers-import-refused',
  'customers-import-stopped',
  'mailing-mark-too-early',
]);

await mkdir(folder, { recursive: true });
const data = await mkdtemp(path.join(os.tmpdir(), 'spoor-pictures-'));
const product = await startProduct(data);
const browser = await openBrowser();
try {
  const pictures: Picture[] = [];
  const setUp: Screen = { name: 'set-up', as: 'nobody', path: () => product.setUpLink };
  const empty = { url: product.url, personId: '', passwordLink: '', ...noRegister };
  pictures.push(...(await takeAll(browser, [setUp], empty, {})));
  const house = await fillHouse(product.url, product.setUpLink);
  pictures.push(...(await takeAll(browser, [...screens, ...registerScreens], house, house.clients)));
  await writeIndex(folder, pictures);
  console.log(`${pictures.length} pictures: ${path.join(folder, 'index.html')}`);
} finally {
  await browser.close();
  await product.stop();
  await rm(data, { recursive: true, force: true });
}

async function takeAll(
  browser: Browser,
  list: readonly Screen[],
  house: House,
  clients: Partial<FilledHouse['clients']>,
): Promise<Picture[]> {
  const pictures: Picture[] = [];
  for (const screen of list.filter(({ name }) => name.includes(only))) {
    const wanted = dutch.has(screen.name) ? [...looks, { ...looks[0], language: 'nl' as const }] : looks;
    for (const look of wanted) {
      pictures.push(
        await take(browser, screen, look, house, screen.as === 'nobody' ? undefined : clients[screen.as]),
      );
    }
  }
  return pictures;
}

async function take(
  browser: Browser,
  screen: Screen,
  look: Look,
  house: House,
  client: ApiClient | undefined,
): Promise<Picture> {
  const context = await openContext(browser, look);
  try {
    if (client) await takeSession(context, client, house.url);
    const page = await context.newPage();
    await page.goto(new URL(screen.path(house), house.url).href);
    await settle(page);
    await screen.act?.(page);
    const name = [screen.name, look.size, look.theme, look.language].filter(Boolean).join('-');
    const file = `${name}.png`;
    await page.screenshot({ path: path.join(folder, file), fullPage: screen.act === undefined });
    return { screen: screen.name, file, ...look };
  } finally {
    await context.close();
  }
}
