import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeSetupLink } from '../../server/accounts/first-administrator.ts';
import type { TestApp } from '../support/test-app.ts';
import { complaintsOf, openBrowser, openContext, settle } from './support/browser.ts';
import { startServedApp } from './support/served.ts';

let app: TestApp;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startServedApp(), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const password = 'paper boats in the rain';

/** The administrator's first minutes; gives the one-time link of the person that he adds. */
async function setUpAndAddMarit(page: Page): Promise<string> {
  await page.goto(await makeSetupLink(app.context, app.url));
  await page.getByLabel('Name of the organisation').fill('Waterbedrijf Merendrecht');
  expect(page.url(), 'the token has left the address bar').not.toContain('#');
  await page.getByLabel('Your name').fill('Ilse Brandwijk');
  await page.getByLabel('E-mail address').fill('ilse@merendrecht.example');
  await page.getByLabel('Password', { exact: true }).fill('short');
  await page.getByRole('button', { name: 'Set up Spoor' }).click();
  await page.getByRole('heading', { name: 'One thing to put right' }).waitFor();
  await page.getByRole('link', { name: 'Use a password of at least 8 characters' }).click();
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Set up Spoor' }).click();

  await page.getByRole('link', { name: 'Add a person' }).last().click();
  await page.getByLabel('Name').fill('Marit Hoekwater');
  await page.getByLabel('E-mail address').fill('marit@merendrecht.example');
  await page.getByRole('checkbox', { name: 'Mailroom' }).check();
  await page.getByLabel('Language').selectOption('nl');
  await page.getByRole('button', { name: 'Add the person' }).click();
  const dialog = page.getByRole('dialog', { name: 'One-time link for Marit Hoekwater' });
  await dialog.getByText('This link opens on this machine only.').waitFor();
  const link = await dialog.getByLabel('One-time link').inputValue();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await page.getByText('Marit Hoekwater has been added').waitFor();
  return link;
}

test('a link sets Spoor up, a second person gets in with a link of her own, and sees no administration', async () => {
  const desk = await openContext(browser);
  const admin = await desk.newPage();
  const complaints = complaintsOf(admin);
  const link = await setUpAndAddMarit(admin);

  const phone = await openContext(browser, { size: 'phone', language: 'nl' });
  const page = await phone.newPage();
  complaintsOf(page).push = (...texts) => complaints.push(...texts);
  await page.goto(link);
  await page.getByText('marit@merendrecht.example').waitFor();
  await page.getByLabel('Nieuw wachtwoord').fill(password);
  await page.getByRole('button', { name: 'Wachtwoord instellen en aanmelden' }).click();
  await page.getByRole('heading', { name: /Marit Hoekwater/ }).waitFor();
  expect(await page.getAttribute('html', 'lang')).toBe('nl');

  // Out, and in again by the front door.
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Afmelden' }).click();
  await page.getByLabel('E-mailadres').fill('marit@merendrecht.example');
  await page.getByLabel('Wachtwoord', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Aanmelden' }).click();
  await page.getByRole('heading', { name: /Marit Hoekwater/ }).waitFor();

  await page.getByRole('button', { name: 'Menu' }).click();
  for (const name of ['Mensen', 'Inzagelog', 'Taken', 'Organisatie']) {
    expect(await page.getByRole('link', { name }).count(), name).toBe(0);
  }
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Zoeken' }).click();
  await page.getByRole('option').first().waitFor();
  const found = await page.getByRole('option').allTextContents();
  expect(found).toEqual([
    'Start',
    'Scannen',
    'Oefenen met scannen',
    'Apart gelegd',
    'Etiketten',
    'Plaatsen',
    'Mijn account',
    'Over Spoor',
    'Hulp',
    'Werkinstructie voor de posttafel',
  ]);
  await page.keyboard.press('Escape');

  for (const path of ['/people', '/people/new', '/access-log', '/jobs', '/organisation']) {
    await page.goto(`${app.url}${path}`);
    await settle(page);
    expect(await page.locator('h1').textContent(), path).toBe('Deze pagina hoort niet bij je rollen');
  }
  for (const path of ['/users', '/access-log']) {
    expect((await page.request.get(`${app.url}/api/v1${path}`)).status(), path).toBe(403);
  }

  // A link works once.
  await page.goto('about:blank');
  await page.goto(link);
  await page.getByText('Deze link is al gebruikt, te oud, of door een nieuwere vervangen').waitFor();
  expect(complaints).toEqual([]);
  await Promise.all([desk.close(), phone.close()]);
});
