import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { importCustomers, issueMailing, signedInForRegister } from '../support/register.ts';
import { breachesOf } from './support/axe.ts';
import { openAs, openBrowser } from './support/browser.ts';
import { long } from './support/mailroom.ts';
import { startServedApp } from './support/served.ts';

const [app, browser] = await Promise.all([startServedApp(), openBrowser()]);
const owner = await signedInForRegister(app);
await importCustomers(owner, 3);
const mailing = await issueMailing(owner, { name: 'Direct debit 2027' });

afterAll(async () => {
  await browser.close();
  await app.stop();
});

const open = () => openAs(browser, owner, `${app.url}/mailings/${mailing}/labels`);

/** What has the focus, as it is announced. */
const focused = async (page: Page) => {
  const snapshot = await page.locator(':focus').ariaSnapshot();
  return snapshot.split('\n')[0]?.replace(/^- /, '');
};

test('labels by keys alone: the sheet, the first label on it, the printer, the file', long, async () => {
  const page = await open();
  await page.getByRole('radio', { name: 'All 3 papers' }).focus();
  const stops: (string | undefined)[] = [];
  for (let n = 0; n < 6; n += 1) {
    await page.keyboard.press('Tab');
    stops.push(await focused(page));
  }
  expect(stops).toEqual([
    'radio "A4, 14 labels of 99.1 × 38.1 mm (like L7163)" [checked]',
    'radio "Label 1" [checked]',
    'radio "Office printer" [checked]',
    'checkbox "Print the customer’s name too"',
    'link "Try it on plain paper with the test page":',
    'button "Save 3 labels as PDF"',
  ]);

  await page.getByRole('radio', { name: /^A4, 14 labels/ }).focus();
  await page.keyboard.press('ArrowDown');
  expect(await focused(page)).toBe('radio "A4, 8 labels of 99.1 × 67.7 mm (like L7165)" [checked]');
  await page.keyboard.press('Tab');
  for (const [key, label] of [
    ['End', 8],
    ['ArrowDown', 8],
    ['ArrowUp', 6],
    ['ArrowLeft', 5],
    ['Home', 1],
    ['ArrowRight', 2],
  ] as const) {
    await page.keyboard.press(key);
    expect(await focused(page), key).toBe(`radio "Label ${label}" [checked]`);
  }
  expect(await breachesOf(page)).toEqual([]);
  await page.context().close();
});

test(
  'what the groups are for, that the file is being made and that it is there are read out',
  long,
  async () => {
    const page = await open();
    await page
      .getByRole('group', { name: 'First label', description: /^Has the sheet been used\?/ })
      .waitFor();
    let draw: () => void = () => undefined;
    const drawn = new Promise<void>((resolve) => {
      draw = resolve;
    });
    await page.route(/labels\.pdf/, async (route) => {
      await drawn;
      await route.continue();
    });
    // A region that comes together with its words is not read out: it is there before.
    await page
      .getByRole('status')
      .evaluateAll((regions) => regions.map((region) => region.setAttribute('data-before', '')));
    await page.getByRole('button', { name: 'Save 3 labels as PDF' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-before]').filter({ hasText: 'The labels are being drawn.' }).waitFor();
    expect(await focused(page)).toMatch(/^button "Save 3 labels as PDF"/);
    const file = page.waitForEvent('download');
    draw();
    expect((await file).suggestedFilename()).toBe('labels-1-3.pdf');
    await page.getByRole('status').filter({ hasText: 'The file is in your downloads.' }).waitFor();
    expect(await focused(page)).toMatch(/^button "Save 3 labels as PDF"/);

    await page.getByRole('radio', { name: 'One label again' }).check();
    await page.locator('[data-before]').filter({ hasText: 'Give a run number from 1 to 3' }).waitFor();
    await page.context().close();
  },
);
