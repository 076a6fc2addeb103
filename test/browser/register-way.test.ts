import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { customers as customersEn } from '../../client/src/texts/en/customers.ts';
import { mailings as mailingsEn } from '../../client/src/texts/en/mailings.ts';
import { places as placesEn } from '../../client/src/texts/en/places.ts';
import { customers as customersNl } from '../../client/src/texts/nl/customers.ts';
import { mailings as mailingsNl } from '../../client/src/texts/nl/mailings.ts';
import { places as placesNl } from '../../client/src/texts/nl/places.ts';
import { getMailing, issueMailing, signedInForRegister } from '../support/register.ts';
import type { TestApp } from '../support/test-app.ts';
import { complaintsOf, type Look, openBrowser, openContext, takeSession } from './support/browser.ts';
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

const words = {
  en: {
    customers: customersEn,
    mailings: mailingsEn,
    places: placesEn,
    coupon: 'Coupon',
    none: 'No answer yet',
    out: 'In the mail or with the customer',
  },
  nl: {
    customers: customersNl,
    mailings: mailingsNl,
    places: placesNl,
    coupon: 'Coupon',
    none: 'Nog geen antwoord',
    out: 'Onderweg of bij de klant',
  },
};

interface Way {
  language: 'en' | 'nl';
  size: NonNullable<Look['size']>;
}

/** References of this way's own, so that both languages go it in one house. */
const refOf = ({ language }: Way, number: number) => `${language.toUpperCase()}-${1000 + number}`;

async function importFile(page: Page, way: Way): Promise<void> {
  const { customers } = words[way.language];
  const header = way.language === 'nl' ? 'Kenmerk;Naam;Plaats' : 'ref,name,city';
  const separator = way.language === 'nl' ? ';' : ',';
  const rows = [1, 2, 3].map((n) =>
    [refOf(way, n), `Customer ${way.language} ${n}`, 'Merendrecht'].join(separator),
  );
  const file = {
    name: 'customers.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([header, ...rows].join('\n')),
  };
  await page.goto(`${app.url}/customers/import`);
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: customers.import.go_other.replace('{{count}}', '3') }).click();
  await page.getByText(customers.import.doneTitle).first().waitFor();
}

async function issueAndMail(page: Page, way: Way, name: string): Promise<void> {
  const { mailings, coupon } = words[way.language];
  await page.goto(`${app.url}/mailings/new`);
  await page.getByLabel(mailings.add.name, { exact: true }).fill(name);
  await page.getByRole('radio', { name: coupon }).check();
  await page.getByRole('radio', { name: mailings.add.list }).check();
  await page
    .getByLabel(mailings.add.references, { exact: true })
    .fill([1, 2, 3].map((n) => refOf(way, n)).join('\n'));
  await page.getByRole('button', { name: mailings.add.submit }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page
    .getByRole('button', { name: mailings.action.mark_other.replace('{{count, number}}', '3') })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: mailings.action.markSubmit }).click();
  await page
    .getByText(mailings.detail.ofMailed.split('{{share}}').at(-1)?.trim() ?? '')
    .first()
    .waitFor();
}

async function makeArchive(page: Page, way: Way): Promise<void> {
  const { places } = words[way.language];
  const site = `Kadehuis ${way.language}`;
  await page.goto(`${app.url}/places/new`);
  await page.getByLabel(places.add.name, { exact: true }).fill(site);
  await page.getByRole('button', { name: places.add.submit }).click();
  await page.getByRole('heading', { level: 1, name: site }).waitFor();
  await page.getByRole('link', { name: places.action.add }).first().click();
  await page.getByRole('radio', { name: new RegExp(`^${places.kind.box}`) }).check();
  await page.getByRole('button', { name: places.add.submit }).click();
  await page.getByRole('heading', { level: 1, name: /^(Box|Doos) \d+$/ }).waitFor();
}

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
    await importFile(page, way);
    await issueAndMail(page, way, `Direct debit ${way.language}`);
    await makeArchive(page, way);

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
  const id = await issueMailing(client, { name: 'To be cancelled', customers: { refs: ['ASK-1'] } });
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
