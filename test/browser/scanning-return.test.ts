import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { breachesOf } from './support/axe.ts';
import { settle } from './support/browser.ts';
import { scanByHand } from './support/hand-scanner.ts';
import { long, openMailroom, shows, until } from './support/mailroom.ts';
import { lastScans, outcome } from './support/station.ts';

const house = await openMailroom(20);
const { app, table, paper, command, openStation, statusOf } = house;

afterAll(() => house.close());

/** A station with "yes" and the box set, and one paper booked. */
async function amidPile(look: Parameters<typeof openStation>[1] = {}) {
  const page = await openStation(undefined, look);
  const code = paper();
  await scanByHand(page, command('answered-yes'));
  await scanByHand(page, table.box);
  await scanByHand(page, code);
  await shows(page, 'Booked');
  return { page, code };
}

async function stillSet(page: Page): Promise<void> {
  await shows(page, 'Still set', 'Answer: yes, and into', 'Box 214');
  // Not the outcome of a paper that is in nobody's hand any more.
  expect(await outcome(page).getByText('Booked', { exact: true }).count()).toBe(0);
}

const inBox = (count: number) => `${count} in it`;
const lying = async () =>
  (await house.register.get<{ documents: number }>(`/places/${table.box}`)).body.documents;

test('after another page, and by Back and Forward, the box is still set, and says so', long, async () => {
  const { page, code } = await amidPile();
  await page.getByRole('link', { name: 'Leave the station' }).click();
  await settle(page);
  await page.goBack();
  await stillSet(page);
  expect(await breachesOf(page)).toEqual([]);
  await page.goForward();
  await settle(page);
  await page.goBack();
  await stillSet(page);

  const next = paper();
  await scanByHand(page, next);
  await shows(page, 'Booked');
  await page.getByText(inBox(await lying()), { exact: true }).waitFor();
  // UNDO takes back what was scanned since, and then what was scanned before.
  for (const one of [next, code]) {
    await page.keyboard.press('F8');
    await until(async () => (await statusOf(one))['answer']).toBe(0);
  }
  await page.context().close();
});

test(
  'loaded anew it is still set, UNDO takes back the last scan, and one press clears it',
  long,
  async () => {
    const { page, code } = await amidPile();
    await page.reload();
    await stillSet(page);
    expect(await lastScans(page).count()).toBe(1);
    await page.getByText(inBox(await lying()), { exact: true }).waitFor();
    await page.keyboard.press('F8');
    await until(async () => (await statusOf(code))['answer']).toBe(0);
    await page.reload();
    await stillSet(page);
    await outcome(page).getByRole('button', { name: 'Clear all' }).click();
    await page.getByText('No box', { exact: true }).waitFor();
    await page.reload();
    await shows(page, 'What is the pile?');
    await page.context().close();
  },
);

test(
  'what is not booked yet is asked about on every page, sent from any, and kept when it is loaded anew',
  long,
  async () => {
    const { page } = await amidPile();
    const server = '**/api/v1/scans';
    await page.route(server, (route) => route.abort());
    const code = paper();
    await scanByHand(page, code);
    await shows(page, 'Stop');
    await page.getByRole('link', { name: 'Spoor, start page' }).click();
    const band = page.getByRole('complementary', { name: 'Not booked yet' });
    await band.getByText('One scan is not booked yet. Hold on to the paper.').waitFor();
    expect(await breachesOf(page)).toEqual([]);
    const asked = await page.evaluate(
      () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })),
    );
    expect(asked).toBe(true);

    // By itself as soon as the server answers, whatever page is open.
    await page.unroute(server);
    await band.waitFor({ state: 'detached' });
    expect((await statusOf(code))['answer']).toBe(1);

    await page.goto(`${app.url}/scan`);
    await stillSet(page);
    await page.route(server, (route) => route.abort());
    const last = paper();
    await scanByHand(page, last);
    await shows(page, 'Stop');
    await page.getByRole('link', { name: 'Leave the station' }).click();
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await band.waitFor();
    await page.unroute(server);
    await band.getByRole('link', { name: 'To the station' }).click();
    await until(async () => (await statusOf(last))['answer']).toBe(1);
    await page.context().close();
  },
);
