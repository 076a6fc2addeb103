import { afterAll, expect, test } from 'vitest';
import { openBrowser, openContext, settle, takeSession } from './support/browser.ts';
import { startServedApp } from './support/served.ts';
import { nameStation } from './support/station.ts';

// Parts of the screens are fetched when they are first shown. With the server gone then, what stands there stays.

const [app, browser] = await Promise.all([startServedApp(), openBrowser()]);

afterAll(async () => {
  await browser.close();
  await app.stop();
});

async function open(path: string, ...roles: Parameters<typeof app.signedIn>) {
  const context = await openContext(browser);
  await takeSession(context, await app.signedIn(...roles), app.url);
  const page = await context.newPage();
  await nameStation(page);
  await page.goto(`${app.url}${path}`);
  await settle(page);
  return { page, context };
}

test('help asked for amid a form: a dialog says that it cannot be fetched, the form keeps its text, trying again shows it', async () => {
  const { page, context } = await open('/customers/new', 'campaign');
  const name = page.getByLabel('Name', { exact: true });
  await name.fill('A. van der Plas');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Help for this page' }).click();
  const said = page.getByRole('dialog', { name: 'Help could not be fetched' });
  await said.waitFor();
  await said.getByRole('button', { name: 'Close' }).click();
  expect(await name.inputValue()).toBe('A. van der Plas');

  await page.getByRole('button', { name: 'Help for this page' }).click();
  await said.waitFor();
  await context.setOffline(false);
  await said.getByRole('button', { name: 'Try again' }).click();
  await said.waitFor({ state: 'detached' });
  await page.getByRole('dialog').getByRole('link', { name: 'All help, in a new tab' }).waitFor();
  await page.keyboard.press('Escape');
  expect(await name.inputValue()).toBe('A. van der Plas');
  await context.close();
});

test('a page that cannot be fetched says so under the bar, and comes by itself after another visit', async () => {
  const { page, context } = await open('/customers', 'campaign');
  await context.setOffline(true);
  await page.getByRole('navigation').getByRole('link', { name: 'Mailings' }).click();
  await page.getByRole('heading', { name: 'This page could not be fetched' }).waitFor();
  await page.getByRole('button', { name: 'Load the page again' }).waitFor();
  await context.setOffline(false);
  await page.getByRole('navigation').getByRole('link', { name: 'Dossiers' }).click();
  await page.getByRole('navigation').getByRole('link', { name: 'Mailings' }).click();
  await page.getByRole('heading', { name: 'Mailings', exact: true }).waitFor();
  await context.close();
});

test('the camera of the station cannot be fetched: typing and the hand scanner stay, trying again opens it', async () => {
  const { page, context } = await open('/scan', 'mailroom');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Use the camera' }).click();
  await page.getByText('This part of the screen could not be fetched').waitFor();
  await page.getByText('Hand scanner ready').waitFor();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('video').waitFor({ state: 'attached' });
  await context.close();
});

test('parts that a new version took away: the server answers, so loading anew is offered, and it helps', async () => {
  const { page, context } = await open('/customers/new', 'campaign');
  await context.route(/\/assets\/.*\.js/, (route) => route.fulfill({ status: 404 }));
  const name = page.getByLabel('Name', { exact: true });
  await name.fill('A. van der Plas');
  await page.getByRole('button', { name: 'Help for this page' }).click();
  const said = page.getByRole('dialog', { name: 'Help could not be fetched' });
  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    said.getByRole('link', { name: 'Open help in a new tab' }).click(),
  ]);
  await tab.close();
  await said.getByRole('button', { name: 'Close' }).click();
  expect(await name.inputValue()).toBe('A. van der Plas');
  await page.getByRole('navigation').getByRole('link', { name: 'Mailings' }).click();
  await page.getByRole('button', { name: 'Discard' }).click();
  const reload = page.getByRole('button', { name: 'Load the page again' });
  await reload.waitFor();
  expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  await context.unrouteAll();
  await reload.click();
  await page.getByRole('heading', { name: 'Mailings', exact: true }).waitFor();
  await context.close();
});

test('a form whose checks could not be fetched is checked by the server, and can be sent', async () => {
  const context = await openContext(browser);
  await takeSession(context, await app.signedIn('admin'), app.url);
  const page = await context.newPage();
  await context.route(/\/assets\/validate[^/]*\.js/, (route) => route.abort());
  await page.goto(`${app.url}/account`);
  await settle(page);
  const name = page.getByLabel('Name', { exact: true });
  const save = page.getByRole('button', { name: 'Save' }).first();
  await name.fill('');
  await save.click();
  await page.getByRole('alert').getByRole('link').first().waitFor();
  await name.fill('Somebody else');
  await save.click();
  await page.getByRole('alert').waitFor({ state: 'detached' });
  await context.close();
});

test('only one entry of the navigation is marked, also for the page below the station', async () => {
  const { page, context } = await open('/scan/exceptions', 'mailroom');
  const marked = page.getByRole('navigation', { name: 'Pages' }).locator('[aria-current="page"]');
  expect(await marked.allTextContents()).toEqual(['Set aside']);
  await context.close();
});
