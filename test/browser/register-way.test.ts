import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mailings as mailingsEn } from '../../client/src/texts/en/mailings.ts';
import { getMailing, issueMailing as issueOverApi, signedInForRegister } from '../support/register.ts';
import type { TestApp } from '../support/test-app.ts';
import { complaintsOf, openBrowser, openContext, takeSession } from './support/browser.ts';
import {
  importFile,
  issueMailing,
  makeArchive,
  markAsMailed,
  refOf,
  type Way,
  words,
} from './support/register-on-screen.ts';
import { startServedApp } from './support/served.ts';

let app: TestApp;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startServedApp(), openBrowser()]);
  // Screens ask what day it is of the browser's clock, so the house has the same.
  app.clock.set(new Date().toISOString());
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const ways: Way[] = [
  { language: 'en', size: 'desk' },
  { language: 'nl', size: 'phone' },
];

test.each(ways)(
  'a file of customers, a mailing to them, an archive, and the dossier that joins them ($language, $size)',
  async (way) => {
    const client = await signedInForRegister(app);
    const context = await openContext(browser, way);
    await takeSession(context, client, app.url);
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await importFile(page, app.url, way);
    await issueMailing(page, app.url, way, `Direct debit ${way.language}`);
    await markAsMailed(page, way);
    await makeArchive(page, app.url, way);

    // Found from anywhere by a part of the name, and opened.
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill(`${way.language} 2`);
    await page
      .getByRole('option', { name: new RegExp(`Customer ${way.language} 2`) })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: `Customer ${way.language} 2` }).waitFor();
    const { none, out } = words[way.language];
    await page.getByText(none).first().waitFor();
    await page.getByText(out).first().waitFor();
    await page.getByText(`Direct debit ${way.language}`).first().waitFor();

    // The CRM's link leads to the same dossier.
    await page.goto(`${app.url}/customers/by-ref/${refOf(way, 2)}`);
    await page.getByRole('heading', { level: 1, name: `Customer ${way.language} 2` }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  },
  120_000,
);

test('what cannot be taken back asks first; saying no changes nothing', async () => {
  const client = await signedInForRegister(app);
  await client.post('/customers', { ref: 'ASK-1', name: 'Somebody Asked' });
  const id = await issueOverApi(client, { name: 'To be cancelled', customers: { refs: ['ASK-1'] } });
  const context = await openContext(browser);
  await takeSession(context, client, app.url);
  const page = await context.newPage();
  await page.goto(`${app.url}/mailings/${id}`);
  const { action } = mailingsEn;
  await page.getByRole('button', { name: action.cancel }).click();
  await page.getByRole('dialog').getByRole('button', { name: action.keep }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect((await getMailing(client, id)).state).toBe('issued');
  await page.getByRole('button', { name: action.cancel }).click();
  await page.getByRole('dialog').getByRole('button', { name: action.cancel }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect((await getMailing(client, id)).state).toBe('cancelled');
  await context.close();
});

test('labels begin where keys or a click in the drawing of the sheet say, and the file is named after nobody', async () => {
  const client = await signedInForRegister(app);
  await client.post('/customers', { ref: 'LBL-1', name: 'Somebody Labelled' });
  const id = await issueOverApi(client, { name: 'To be labelled', customers: { refs: ['LBL-1'] } });
  const context = await openContext(browser);
  await takeSession(context, client, app.url);
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  await page.goto(`${app.url}/mailings/${id}/labels`);
  const slot = (number: number) => page.getByRole('radio', { name: `Label ${number}`, exact: true });
  await slot(1).focus();
  for (const key of ['ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
  expect(await slot(4).isChecked()).toBe(true);
  await page.keyboard.press('End');
  expect(await slot(14).isChecked()).toBe(true);
  await slot(5).check();
  const [asked, saved] = await Promise.all([
    page.waitForRequest(/labels\.pdf/),
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save 1 label as PDF' }).click(),
  ]);
  expect(new URL(asked.url()).searchParams.get('start')).toBe('5');
  expect(saved.suggestedFilename()).toBe('labels-1.pdf');
  expect(complaints).toEqual([]);
  await context.close();
});

test('the address of a paper or place with a mistyped code says what is wrong with the code', async () => {
  const client = await signedInForRegister(app);
  const context = await openContext(browser);
  await takeSession(context, client, app.url);
  const page = await context.newPage();
  for (const path of ['/documents/123456789093', '/places/813228050885']) {
    await page.goto(`${app.url}${path}`);
    await page.getByText('This is no code: its check digits do not fit.').waitFor();
  }
  await context.close();
});
