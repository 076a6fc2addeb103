import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { customers as customersEn } from '../../../client/src/texts/en/customers.ts';
import { mailings as mailingsEn } from '../../../client/src/texts/en/mailings.ts';
import { places as placesEn } from '../../../client/src/texts/en/places.ts';
import { customers as customersNl } from '../../../client/src/texts/nl/customers.ts';
import { mailings as mailingsNl } from '../../../client/src/texts/nl/mailings.ts';
import { places as placesNl } from '../../../client/src/texts/nl/places.ts';
import type { Look } from './browser.ts';

/** What the register's screens are called in each language. */
export const words = {
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

export interface Way {
  language: 'en' | 'nl';
  size: NonNullable<Look['size']>;
}

/** References of this way's own, so that both languages go it in one house. */
export const refOf = ({ language }: Way, number: number) => `${language.toUpperCase()}-${1000 + number}`;

/** Three customers from a file. */
export async function importFile(page: Page, url: string, way: Way): Promise<void> {
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
  await page.goto(`${url}/customers/import`);
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: customers.import.go_other.replace('{{count}}', '3') }).click();
  await page.getByText(customers.import.doneTitle).first().waitFor();
}

/** A mailing of coupons to the three; ends on its page. */
export async function issueMailing(page: Page, url: string, way: Way, name: string): Promise<void> {
  const { mailings, coupon } = words[way.language];
  await page.goto(`${url}/mailings/new`);
  await page.getByLabel(mailings.add.name, { exact: true }).fill(name);
  await page.getByRole('radio', { name: coupon }).check();
  await page.getByRole('radio', { name: mailings.add.list }).check();
  await page
    .getByLabel(mailings.add.references, { exact: true })
    .fill([1, 2, 3].map((n) => refOf(way, n)).join('\n'));
  await page.getByRole('button', { name: mailings.add.submit }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** On the page of the mailing. */
export async function markAsMailed(page: Page, way: Way): Promise<void> {
  const { mailings } = words[way.language];
  await page
    .getByRole('button', { name: mailings.action.mark_other.replace('{{count, number}}', '3') })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: mailings.action.markSubmit }).click();
  await page
    .getByText(mailings.detail.ofMailed.split('{{share}}').at(-1)?.trim() ?? '')
    .first()
    .waitFor();
}

/** A site, and in it a box that numbers itself; ends on the page of the box. */
export async function makeArchive(page: Page, url: string, way: Way): Promise<void> {
  const { places } = words[way.language];
  const site = `Kadehuis ${way.language}`;
  await page.goto(`${url}/places/new`);
  await page.getByLabel(places.add.name, { exact: true }).fill(site);
  await page.getByRole('button', { name: places.add.submit }).click();
  await page.getByRole('heading', { level: 1, name: site }).waitFor();
  await page.getByRole('link', { name: places.action.add }).first().click();
  await page.getByRole('radio', { name: new RegExp(`^${places.kind.box}`) }).check();
  await page.getByRole('button', { name: places.add.submit }).click();
  await page.getByRole('heading', { level: 1, name: /^(Box|Doos) \d+$/ }).waitFor();
}

/** The file that a button saves. */
export async function saveFile(page: Page, button: RegExp): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return readFile(await download.path());
}
