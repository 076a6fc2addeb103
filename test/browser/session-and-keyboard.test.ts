import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiClient } from '../support/api-client.ts';
import { type TestApp, testPassword } from '../support/test-app.ts';
import { openAs, openBrowser } from './support/browser.ts';
import { startServedApp } from './support/served.ts';

let app: TestApp;
let browser: Browser;
let admin: ApiClient;

beforeAll(async () => {
  [app, browser] = await Promise.all([startServedApp(), openBrowser()]);
  admin = await app.signedIn('admin');
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const open = (client: ApiClient, path: string) => openAs(browser, client, `${app.url}${path}`);

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent?.trim() || document.activeElement?.id);

test('a session that has ended leads to the sign-in, says so, and comes back to the same page', async () => {
  const own = await app.signedIn('admin');
  const page = await open(own, '/people?query=test');
  await own.delete('/session');
  await page.getByLabel('Find by name or e-mail address').fill('nobody');

  await page.getByText('Your session has ended').waitFor();
  await page.getByText('you are back where you were: People').waitFor();
  await page.getByLabel('E-mail address').fill('admin@example.org');
  await page.getByLabel('Password', { exact: true }).fill(testPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'People', level: 1 }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/people');
  await page.context().close();
});

test('after signing out nothing of the last person is left on the screen or behind it', async () => {
  const page = await open(await app.signedIn('admin'), '/people');
  await page.getByRole('button', { name: 'Test admin' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(new URL(page.url()).search, 'leads back to nothing').toBe('');
  await page.goto(`${app.url}/people`);
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(await page.getByText('admin@example.org').count()).toBe(0);
  await page.context().close();
});

test('the first Tab reaches the link that skips the bar', async () => {
  const page = await open(admin, '/people');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Skip to the page');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('page');
  await page.context().close();
});

test('Ctrl K, a few letters, an arrow and Enter open a page; its heading has the focus', async () => {
  const page = await open(admin, '/');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('pe');
  await page.getByRole('option', { name: 'Add a person' }).waitFor();
  await page.keyboard.press('ArrowDown');
  expect(await page.locator('[role=option][aria-selected=true]').textContent()).toBe('Add a person');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Add a person' }).waitFor();
  expect(await focused(page)).toBe('Add a person');
  expect(await page.title()).toBe('Add a person · Spoor');
  await page.context().close();
});

test('Escape closes the palette and gives the focus back', async () => {
  const page = await open(admin, '/');
  const search = page.getByRole('button', { name: /^Person or page/ });
  await search.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await search.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.context().close();
});

test('a refused form moves the focus to its summary, and from there to the field', async () => {
  const page = await open(admin, '/people/new');
  await page.getByLabel('E-mail address').fill('somebody@example.org');
  await page.getByLabel('E-mail address').press('Enter');
  await page.getByRole('alert').waitFor();
  expect(await focused(page)).toContain('One thing to put right');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe('field-name');
  expect(await page.getByLabel('E-mail address').inputValue()).toBe('somebody@example.org');
  await page.context().close();
});
