import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ColleagueKey, colleagues, examplePassword } from '../../server/example/colleagues.ts';
import { type Permission, permissionsOf, type Role } from '../../shared/permissions.ts';
import {
  type ExampleOffice,
  findMailing,
  findPlace,
  listOpen,
  momentCode,
  openExampleOffice,
} from '../support/example-office.ts';
import { breachesOf } from './support/axe.ts';
import { complaintsOf, type Look, openBrowser, openContext, settle } from './support/browser.ts';
import { scanByHand } from './support/hand-scanner.ts';
import { shows, until } from './support/mailroom.ts';
import { nameStation } from './support/station.ts';

const long = { timeout: 240_000 };

let office: ExampleOffice;
let browser: Browser;

beforeAll(async () => {
  [office, browser] = await Promise.all([openExampleOffice(), openBrowser()]);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await office?.stop();
});

/** The pages that have an address of their own, with what each asks for. */
const pages: readonly (readonly [path: string, permission: Permission, inMenu?: string])[] = [
  ['/scan', 'scanning.book', 'Scan'],
  ['/scan/exceptions', 'scanning.read', 'Set aside'],
  ['/customers', 'customers.read', 'Dossiers'],
  ['/customers/new', 'customers.change'],
  ['/customers/import', 'customers.import'],
  ['/mailings', 'mailings.read', 'Mailings'],
  ['/mailings/new', 'mailings.issue'],
  ['/labels', 'labels.commands', 'Labels'],
  ['/places', 'places.read', 'Places'],
  ['/places/new', 'places.change'],
  ['/people', 'accounts.read', 'People'],
  ['/people/new', 'accounts.change'],
  ['/access-log', 'accounts.audit', 'Access log'],
  ['/jobs', 'jobs.read', 'Jobs'],
  ['/organisation', 'organisation.change', 'Organisation'],
];
const notAllowed = 'This page is not for your roles';
const band = (page: Page) => page.getByRole('complementary', { name: /^(Example office|Voorbeeldkantoor)$/ });

/** Somebody comes to work: the sign-in page, what he types, his start page. */
async function comeToWork(who: ColleagueKey, look: Look = {}): Promise<Page> {
  const context = await openContext(browser, look);
  const page = await context.newPage();
  await nameStation(page);
  await page.goto(`${office.url}/sign-in`);
  await band(page).waitFor();
  await page.locator('[name=email]').fill(colleagues[who].email);
  await page.locator('[name=password]').fill(examplePassword);
  await page.getByRole('button', { name: /^(Sign in|Aanmelden)$/ }).click();
  await page.waitForURL(`${office.url}/`);
  await settle(page);
  return page;
}

async function go(page: Page, path: string): Promise<void> {
  await open(page, path);
  await settle(page);
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${office.url}${path}`);
  await page.locator('h1').first().waitFor();
  expect(await band(page).isVisible(), `the band on ${path}`).toBe(true);
}

/** Every entry of his menu leads somewhere, no link to where he may not go, and typed by hand it is told plainly. */
async function findsOnlyHisOwn(page: Page, who: ColleagueKey): Promise<void> {
  const granted = new Set(permissionsOf(colleagues[who].roles as readonly Role[]));
  const own = pages.filter(([, permission, inMenu]) => inMenu && granted.has(permission));
  const forbidden = pages.flatMap(([path, permission]) => (granted.has(permission) ? [] : path));
  await go(page, '/');
  const menu = page.getByRole('navigation', { name: 'Pages' }).getByRole('link');
  expect(await menu.allInnerTexts()).toEqual(own.map(([, , name]) => name));
  for (const [path, , name = ''] of own) {
    // The station fills the screen and has no menu.
    await (path === '/scan' ? go(page, path) : menu.filter({ hasText: name }).click());
    await page.waitForURL(`${office.url}${path}`);
    await settle(page);
    expect(await page.locator('h1').first().innerText(), path).not.toBe(notAllowed);
    const links = await page
      .locator('a[href^="/"]')
      .evaluateAll((all) => all.map((each) => each.getAttribute('href')));
    expect(
      links.filter((link) => forbidden.includes(link ?? '')),
      `links on ${path}`,
    ).toEqual([]);
    if (path === '/scan') await go(page, '/');
  }
  for (const path of forbidden) {
    await open(page, path);
    await page.getByRole('heading', { level: 1, name: notAllowed }).waitFor();
    await page.getByText(`You are signed in as ${colleagues[who].name}.`).waitFor();
  }
}

/** The role's main task, then what it may not; nothing on the way is wrong for the console or for axe. */
function journey(who: ColleagueKey, task: (page: Page) => Promise<void>): () => Promise<void> {
  return async () => {
    const page = await comeToWork(who);
    const complaints = complaintsOf(page);
    await task(page);
    expect(await breachesOf(page)).toEqual([]);
    await findsOnlyHisOwn(page, who);
    expect(complaints).toEqual([]);
    await page.context().close();
  };
}

describe('a day in the example office', () => {
  test(
    'mailroom: a coupon is booked by the hand scanner and goes into its box',
    long,
    journey('marit', async (page) => {
      const [ruben, marit] = [await office.signIn('ruben'), await office.signIn('marit')];
      const { id } = await findMailing(ruben, /^Free leak check/);
      const [coupon = ''] = await listOpen(ruben, id);
      await go(page, '/scan');
      await scanByHand(page, await momentCode(marit, 'coupon', 'answered-yes'));
      await scanByHand(page, await findPlace(marit, 'Box 215'));
      await scanByHand(page, coupon);
      await shows(page, 'Booked', 'Box 215');
      const { body } = await ruben.get<{ words: { headline: string } }>(`/documents/${coupon}`);
      expect(body.words.headline).toBe('Yes');
    }),
  );

  test(
    'crm: a customer is found by name, and the dossier says what came back and where it lies',
    long,
    journey('johanna', async (page) => {
      const ruben = await office.signIn('ruben');
      const { id } = await findMailing(ruben, /^Direct debit/);
      const answered = `/mailings/${id}/documents?variable=answer&value=2&limit=50`;
      const { body } = await ruben.get<{ items: AnsweredPaper[] }>(answered);
      const paper = body.items.find(({ place }) => place.path.at(-1)?.name === 'Box 211');
      await go(page, '/');
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill(paper?.customer.name ?? '');
      await page.getByRole('option', { name: paper?.customer.ref ?? '' }).click();
      await page.getByRole('heading', { level: 1, name: paper?.customer.name ?? '' }).waitFor();
      const row = page.getByRole('listitem').filter({ hasText: 'Direct debit' });
      await row.getByText('No', { exact: true }).waitFor();
      await row.getByText('Box 211').waitFor();
      await settle(page);
    }),
  );

  test(
    'campaign: a mailing’s figures, the papers behind one, and its labels',
    long,
    journey('ruben', async (page) => {
      await go(page, '/mailings');
      await page.getByRole('link', { name: /^Direct debit/ }).click();
      await page.getByText(/are overdue since/).waitFor();
      const undeliverable = page.locator('a[href*="only=undeliverable"]').first();
      const count = Number(await undeliverable.innerText());
      await undeliverable.click();
      await settle(page);
      await until(() => page.getByRole('row').count()).toBe(count + 1);
      await page.goBack();
      await page.getByRole('link', { name: 'Labels', exact: true }).last().click();
      await page.getByRole('img', { name: /first page/i }).waitFor();
      await settle(page);
    }),
  );

  test(
    'records: a contradiction is decided, and a box shows what lies in it',
    long,
    journey('omer', async (page) => {
      await go(page, '/scan/exceptions');
      const waiting = page.getByRole('button', { name: /^Decide about/ });
      const before = await waiting.count();
      await waiting.first().click();
      await page.getByRole('radio', { name: /^What is booked holds/ }).check();
      await page.getByLabel('Why').fill('Asked at the desk');
      await page.getByRole('dialog').getByRole('button', { name: 'Decide', exact: true }).click();
      await until(() => waiting.count()).toBe(before - 1);
      await go(page, `/places/${await findPlace(await office.signIn('omer'), 'Box 211')}`);
      await page.getByRole('heading', { level: 1, name: 'Box 211' }).waitFor();
      await page.getByRole('row').filter({ hasText: 'Direct debit' }).first().waitFor();
      await settle(page);
    }),
  );

  test(
    'privacy: the access log shows who looked into which dossier',
    long,
    journey('pieter', async (page) => {
      await go(page, '/access-log');
      await page.getByRole('row').filter({ hasText: colleagues.johanna.name }).first().waitFor();
    }),
  );

  test(
    'admin: the people of the office with their roles, and who has left',
    long,
    journey('ilse', async (page) => {
      await go(page, '/people');
      for (const { name } of Object.values(colleagues)) {
        await page.getByRole('row').filter({ hasText: name }).first().waitFor();
      }
    }),
  );
});

interface AnsweredPaper {
  customer: { ref: string; name: string };
  place: { path: { name: string }[] };
}

test('the band is there in Dutch, on a narrow phone, and takes no room from the station', long, async () => {
  const phone = await comeToWork('joost', { size: 'narrow', language: 'nl' });
  expect(await band(phone).innerText()).toContain('Iedereen hierin is verzonnen');
  expect(await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  const desk = await comeToWork('marit');
  await go(desk, '/scan');
  expect(await desk.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBe(0);
  for (const page of [phone, desk]) await page.context().close();
});
