import path from 'node:path';
import { expect, test } from 'vitest';
import { buildClient } from '../../server/build-client.ts';
import type { EventView } from '../../shared/contracts/documents.ts';
import { makePlace, startProduct } from '../whole/product-process.ts';
import { administrator, signIn } from '../whole/used-folder.ts';
import { openBrowser, openContext, settle, takeSession } from './support/browser.ts';
import { freePort } from './support/free-port.ts';
import { scanByHand } from './support/hand-scanner.ts';
import { layTable, nameStation, outcome } from './support/station.ts';

test('the server is killed amid a pile and comes back: nothing is lost, nothing counts twice', async () => {
  await buildClient();
  const folder = path.join(makePlace(), 'data');
  const settings = { ...administrator, PORT: String(await freePort()) };
  const first = startProduct(folder, settings);
  const url = await first.address();
  const client = await signIn(url);
  const table = await layTable(client, 8);
  const browser = await openBrowser();
  try {
    const context = await openContext(browser);
    await takeSession(context, client, url);
    const page = await context.newPage();
    await nameStation(page);
    await page.goto(new URL('/scan', url).href);
    await settle(page);
    const shows = (text: string) =>
      outcome(page).getByText(text, { exact: true }).first().waitFor({ timeout: 90_000 });
    await scanByHand(page, table.commands['answered-yes'] ?? '');
    const [one = '', two = '', three = ''] = table.papers;
    await scanByHand(page, one);
    await shows('Booked');

    await first.kill();
    await scanByHand(page, two);
    await shows('Stop');
    await scanByHand(page, three);
    await shows('This paper is not booked yet');

    const second = startProduct(folder, settings);
    await second.address();
    await shows('Booked');
    await scanByHand(page, three);
    const again = await signIn(url);
    for (const code of [one, two, three]) {
      await expect
        .poll(async () => {
          const { body } = await again.get<{ items: EventView[] }>(`/documents/${code}/events`);
          return body.items.filter(({ moment }) => moment === 'answered-yes').length;
        })
        .toBe(1);
    }
    await second.stop();
  } finally {
    await browser.close();
  }
}, 240_000);
