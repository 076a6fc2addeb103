import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { common as english } from '../../client/src/texts/en/common.ts';
import { common as dutch } from '../../client/src/texts/nl/common.ts';
import { signedInForRegister } from '../support/register.ts';
import { breachesOf } from './support/axe.ts';
import { type Look, openBrowser, openContext, settle, takeSession } from './support/browser.ts';
import { startServedApp } from './support/served.ts';

// What was typed and not sent is lost only to who has said that he does not mind.

const [app, browser] = await Promise.all([startServedApp(), openBrowser()]);
const client = await signedInForRegister(app);
// An empty house has nothing to search.
await client.post('/customers', { ref: 'FIRST-1', name: 'Somebody There' });

afterAll(async () => {
  await browser.close();
  await app.stop();
});

async function open(path: string, look: Look = {}) {
  const context = await openContext(browser, look);
  await takeSession(context, client, app.url);
  const page = await context.newPage();
  await page.goto(`${app.url}${path}`);
  await settle(page);
  return page;
}

/** A step back by itself: nobody takes the next one within a quarter of a second. */
async function back(page: Page) {
  await page.waitForTimeout(300);
  await page.evaluate(() => history.back());
}
/** The browser goes back first, and is sent on again. */
const stays = (page: Page, path: string) => page.waitForURL(`${app.url}${path}`);
const question = (page: Page, { loss } = english) => page.getByRole('dialog', { name: loss.title });

/** From the list, so that there is a page to go back to. */
async function beginCustomer(look: Look = {}) {
  const page = await open('/customers', look);
  await page.locator('a[href="/customers/new"]').click();
  await settle(page);
  const name = page.locator('input[name=name]');
  await name.fill('A. van der Plas');
  return { page, name };
}

test.each([
  [{ language: 'en', size: 'desk', theme: 'light' } as const, english],
  [{ language: 'nl', size: 'phone', theme: 'dark' } as const, dutch],
])('Back from a form with something in it asks first, whatever the language (%o)', async (look, texts) => {
  const { page, name } = await beginCustomer(look);
  await back(page);
  await question(page, texts).waitFor();
  expect(await breachesOf(page)).toEqual([]);
  await page.getByRole('button', { name: texts.loss.stay }).click();
  await question(page, texts).waitFor({ state: 'detached' });
  await stays(page, '/customers/new');
  expect(await name.inputValue()).toBe('A. van der Plas');
  expect(await name.evaluate((field) => field === document.activeElement)).toBe(true);

  await back(page);
  await page.getByRole('button', { name: texts.loss.discard, exact: true }).click();
  await page.waitForURL(`${app.url}/customers`);
  await page.getByRole('heading', { level: 1, name: texts.page.customers }).waitFor();
  await page.context().close();
});

test.each([[0], [5], [20]])(
  'two steps back at once, %i ms apart, are both undone: it asks once, over the form and its address',
  async (apart) => {
    const page = await open('/mailings');
    await page.getByRole('navigation').getByRole('link', { name: 'Dossiers' }).click();
    await page.getByRole('heading', { level: 1, name: 'Dossiers' }).waitFor();
    await page.locator('a[href="/customers/new"]').click();
    await settle(page);
    await page.locator('input[name=name]').fill('A. van der Plas');
    await page.evaluate((apart) => {
      history.back();
      setTimeout(() => history.back(), apart);
    }, apart);
    await question(page).waitFor();
    await page.waitForTimeout(500);
    expect(await question(page).count()).toBe(1);
    expect(new URL(page.url()).pathname).toBe('/customers/new');
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.getByRole('heading', { level: 1, name: /Dossiers|Mailings/ }).waitFor();
    expect(new URL(page.url()).pathname).not.toBe('/customers/new');
    await page.context().close();
  },
);

test('two quick steps back with an untouched dialog open put the dialog away, and no more', async () => {
  // Two steps back are still ours: a page of somebody else's is left before anything can be undone.
  const page = await open('/mailings');
  for (const name of ['Places', 'Dossiers']) {
    await page.getByRole('navigation').getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
  }
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  await page.evaluate(() => {
    history.back();
    setTimeout(() => history.back(), 5);
  });
  await page.getByRole('combobox').waitFor({ state: 'detached' });
  await page.waitForTimeout(300);
  expect(new URL(page.url()).pathname).toBe('/customers');
  await back(page);
  await page.getByRole('heading', { level: 1, name: 'Places' }).waitFor();
  await page.context().close();
});

/** Holds a request until it is let go. */
async function hold(page: Page, url: string, method: string) {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let sent = 0;
  await page.route(url, async (route) => {
    if (route.request().method() !== method) return route.fallback();
    sent += 1;
    await released;
    await route.continue();
  });
  return { release, sent: () => sent };
}

test('a question about a form that is sent meanwhile is withdrawn', async () => {
  const { page, name } = await beginCustomer();
  const held = await hold(page, '**/api/v1/customers', 'POST');
  await page.getByLabel('Reference').fill('SLOW-1');
  await name.fill('A. van der Plas');
  await page.getByRole('button', { name: 'Add the customer' }).click();
  await back(page);
  await question(page).waitFor();
  held.release();
  await page.getByRole('heading', { level: 1, name: 'A. van der Plas' }).waitFor();
  expect(await question(page).count()).toBe(0);
  await page.context().close();
});

test('one press of Enter sends once, however long it is held and however slowly the next page comes', async () => {
  const { page, name } = await beginCustomer();
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/v1/customers')) sent.push(request.url());
  });
  // The page of a customer is fetched only now, over a slow line.
  await page.route('**/assets/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await route.continue();
  });
  await page.getByLabel('Reference').fill('HELD-1');
  await name.fill('B. van der Plas');
  for (let repeat = 0; repeat < 10; repeat += 1) {
    await page.keyboard.down('Enter');
    await page.waitForTimeout(40);
  }
  await page.keyboard.up('Enter');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'B. van der Plas' }).waitFor();
  expect(sent).toHaveLength(1);
  await page.context().close();
});

test('Back while it asks means no; a link, Cancel and signing out ask as Back does', async () => {
  const { page, name } = await beginCustomer();
  await back(page);
  await question(page).waitFor();
  await back(page);
  await question(page).waitFor({ state: 'detached' });
  for (const press of [
    page.getByRole('navigation').getByRole('link', { name: 'Mailings' }),
    page.getByRole('link', { name: 'Cancel' }),
  ]) {
    await press.click();
    await question(page).waitFor();
    await page.keyboard.press('Escape');
    await question(page).waitFor({ state: 'detached' });
  }
  await page.getByRole('button', { name: 'Test', exact: false }).first().click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await question(page).waitFor();
  await page.getByRole('button', { name: 'Stay here' }).click();
  await stays(page, '/customers/new');
  expect(await name.inputValue()).toBe('A. van der Plas');
  await page.getByRole('navigation').getByRole('link', { name: 'Mailings' }).click();
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('heading', { level: 1, name: 'Mailings' }).waitFor();
  await page.context().close();
});

test('loading the page anew asks in the browser’s words, and only where something was typed', async () => {
  const { page, name } = await beginCustomer();
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.reload();
  expect(asked).toEqual(['beforeunload']);
  await settle(page);
  expect(await name.inputValue()).toBe('');
  await page.reload();
  expect(asked).toHaveLength(1);
  await page.context().close();
});

test('nobody is asked where nothing is lost: untouched, emptied again, sent, or a search', async () => {
  const { page, name } = await beginCustomer();
  await name.fill('');
  await back(page);
  await page.getByRole('heading', { level: 1, name: 'Dossiers' }).waitFor();
  await page.getByRole('searchbox').fill('somebody');
  await page.locator('a[href="/customers/new"]').click();
  await page.getByLabel('Reference').fill('SENT-1');
  await name.fill('A. van der Plas');
  await page.getByRole('button', { name: 'Add the customer' }).click();
  await page.getByRole('heading', { level: 1, name: 'A. van der Plas' }).waitFor();
  await back(page);
  await page.getByRole('heading', { level: 1, name: 'Add a customer' }).waitFor();
  expect(await question(page).count()).toBe(0);
  await page.context().close();
});

test('what was sent stays on the page and is no longer at risk; what is typed after it is', async () => {
  const page = await open('/account');
  const name = page.getByLabel('Name', { exact: true });
  await name.fill('Somebody else');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await page.getByText('Saved.').waitFor();
  const places = page.getByRole('navigation').getByRole('link', { name: 'Places' });
  await name.fill('Somebody else again');
  await places.click();
  await question(page).waitFor();
  await page.getByRole('button', { name: 'Stay here' }).click();
  await name.fill('Somebody else');
  await places.click();
  await page.getByRole('heading', { level: 1, name: 'Places' }).waitFor();
  await page.context().close();
});

test('Back closes an open dialog and stays on the page; where something was typed into it, it asks', async () => {
  const { body } = await client.post<{ code: string }>('/locations', {
    kind: 'site',
    name: 'North',
    in: null,
    capacity: null,
    country: null,
  });
  const page = await open('/places');
  await page.getByRole('link', { name: 'North' }).click();
  await settle(page);
  const path = `/places/${body.code}`;
  const change = page.getByRole('button', { name: 'Change' });
  const dialog = page.getByRole('dialog', { name: /North/ });
  await change.click();
  await dialog.waitFor();
  await back(page);
  await dialog.waitFor({ state: 'detached' });
  await stays(page, path);

  await change.click();
  await dialog.locator('input[name=name]').fill('North by east');
  for (const press of [
    () => back(page),
    () => page.keyboard.press('Escape'),
    () => dialog.getByRole('button', { name: 'Cancel' }).click(),
  ]) {
    await press();
    await question(page).waitFor();
    expect(await breachesOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Stay here' }).click();
    await question(page).waitFor({ state: 'detached' });
    expect(await dialog.locator('input[name=name]').inputValue()).toBe('North by east');
  }
  await back(page);
  await page.getByRole('button', { name: 'Discard' }).click();
  await dialog.waitFor({ state: 'detached' });
  await stays(page, path);

  // The search over the page is closed in the same way, and then Back is Back again.
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  await back(page);
  await page.getByRole('combobox').waitFor({ state: 'detached' });
  await stays(page, path);
  await back(page);
  await page.getByRole('heading', { level: 1, name: 'Places' }).waitFor();
  await page.context().close();
});
