import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { common as english } from '../../client/src/texts/en/common.ts';
import { common as dutch } from '../../client/src/texts/nl/common.ts';
import type { ApiClient } from '../support/api-client.ts';
import { signedInForRegister } from '../support/register.ts';
import { testPassword } from '../support/test-app.ts';
import { breachesOf } from './support/axe.ts';
import { type Look, openBrowser, openContext, settle, takeSession } from './support/browser.ts';
import { startServedApp } from './support/served.ts';
import { nameStation } from './support/station.ts';

// A session that ends under something typed takes nothing away: the page is kept, covered, until the same person has
// signed in again in place. Somebody else gets nothing of it.

const [app, browser] = await Promise.all([startServedApp(), openBrowser()]);

afterAll(async () => {
  await browser.close();
  await app.stop();
});

async function open(client: ApiClient, path: string, look: Look = {}) {
  const context = await openContext(browser, look);
  await takeSession(context, client, app.url);
  const page = await context.newPage();
  await nameStation(page);
  await page.goto(`${app.url}${path}`);
  await settle(page);
  return page;
}

const signedInAgain = async (context: BrowserContext) =>
  takeSession(context, await signedInForRegister(app), app.url);
const cover = (page: Page, { sessionEnd } = english) => page.getByRole('dialog', { name: sessionEnd.title });
const field = (page: Page) => page.locator('input[name="cover.password"]');
const isFocused = (page: Page, what: string) =>
  page.locator(what).evaluate((element) => element === document.activeElement);

async function signIn(page: Page, texts = english) {
  await field(page).fill(testPassword);
  await cover(page, texts).getByRole('button', { name: texts.sessionEnd.submit }).click();
  await cover(page, texts).waitFor({ state: 'detached' });
}

/** A customer half typed in, whose session ends; the press on the button finds it. */
async function pressAfterEnd(ref: string, look: Look = {}) {
  const client = await signedInForRegister(app);
  const page = await open(client, '/customers', look);
  await page.locator('a[href="/customers/new"]').click();
  await page.locator('input[name=ref]').fill(ref);
  await page.locator('input[name=name]').fill('A. van der Plas');
  await client.delete('/session');
  await page.locator('main button[type=submit]').click();
  await field(page).waitFor();
  return page;
}

test.each([
  [{ language: 'en', size: 'desk', theme: 'light' } as const, english],
  [{ language: 'nl', size: 'phone', theme: 'dark' } as const, dutch],
])(
  'a form is kept out of sight, and sent by a second press after signing in again (%o)',
  async (look, texts) => {
    const page = await pressAfterEnd(`KEPT-${look.language}`, look);
    await cover(page, texts).waitFor();
    expect(await breachesOf(page)).toEqual([]);
    expect(await page.title()).toBe(`${texts.sessionEnd.title} · Spoor`);
    expect(await page.getByRole('heading', { level: 1 }).count(), 'nothing of the page is read out').toBe(0);
    for (const part of ['h1', 'input[name=name]', 'main button[type=submit]'])
      expect(await page.locator(part).isVisible(), part).toBe(false);

    await signIn(page, texts);
    await page.getByRole('alert').getByText(texts.problem['not-signed-in']).waitFor();
    expect(await isFocused(page, '[role=alert]'), 'the focus is where it says that nothing was sent').toBe(
      true,
    );
    expect(await page.locator('input[name=name]').inputValue()).toBe('A. van der Plas');
    expect(await page.title()).toBe(`${texts.page.addCustomer} · Spoor`);
    const client = await signedInForRegister(app);
    const find = async () => {
      const { body } = await client.get<{ items: { ref: string }[] }>('/customers?query=KEPT');
      return body.items.filter(({ ref }) => ref === `KEPT-${look.language}`);
    };
    expect(await find(), 'nothing was sent by itself').toHaveLength(0);
    await page.locator('main button[type=submit]').click();
    await page.getByRole('heading', { level: 1, name: 'A. van der Plas' }).waitFor();
    expect(await find()).toHaveLength(1);
    await page.context().close();
  },
);

test('while it is covered nothing leads away from the page or over the cover, and the browser still asks', async () => {
  const page = await pressAfterEnd('KEPT-KEYS');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.evaluate(() => history.back());
  await page.waitForURL(`${app.url}/customers/new`);
  await cover(page).waitFor();
  expect(await page.locator('dialog[open]').count(), 'nothing else is open').toBe(1);
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press('Tab');
    const where = await page.evaluate(() => document.activeElement?.closest('#root') !== null);
    expect(where, 'the focus never reaches the page').toBe(false);
  }
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  await page.reload({ timeout: 2_000 }).catch(() => undefined);
  expect(asked).toEqual(['beforeunload']);
  await signIn(page);
  expect(await page.locator('input[name=name]').inputValue()).toBe('A. van der Plas');
  await page.context().close();
});

test('what opens under the cover, such as help that comes late, does not lie over it', async () => {
  const client = await signedInForRegister(app);
  const page = await open(client, '/customers/new');
  await page.locator('input[name=ref]').fill('KEPT-HELP');
  await page.locator('input[name=name]').fill('A. van der Plas');
  const late = Promise.withResolvers<void>();
  await page.route(/\/assets\/.*\.js/, async (route) => {
    await late.promise;
    await route.continue();
  });
  await page.getByRole('button', { name: 'Help for this page' }).click();
  await client.delete('/session');
  await page.locator('main button[type=submit]').click();
  await field(page).fill('not all of it yet');
  late.resolve();
  await page.locator('dialog[open]').nth(1).waitFor({ state: 'attached' });
  expect(await isFocused(page, 'input[name="cover.password"]')).toBe(true);
  await signIn(page);
  await page.getByRole('link', { name: 'All help, in a new tab' }).waitFor();
  await page.keyboard.press('Escape');
  expect(await page.locator('input[name=name]').inputValue()).toBe('A. van der Plas');
  await page.context().close();
});

test('what was to be read is asked for again by itself, and the focus goes back to the field', async () => {
  const client = await signedInForRegister(app);
  const page = await open(client, '/mailings/new');
  const name = page.locator('input[name=name]');
  await name.fill('Spring letter');
  await client.delete('/session');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('spring');
  await cover(page).waitFor();
  await signIn(page);
  // The search lay open under the cover, and has its answer now.
  await page.getByText('Not everything could be searched').waitFor({ state: 'detached' });
  expect(await isFocused(page, 'dialog [role=combobox]')).toBe(true);
  await page.getByText(/found/).waitFor();
  await page.keyboard.press('Escape');
  expect(await name.inputValue()).toBe('Spring letter');
  await page.context().close();
});

test('a wrong password says so at the field, and everything is still there', async () => {
  const page = await pressAfterEnd('KEPT-WRONG');
  await field(page).fill('not the right one');
  await page.keyboard.press('Enter');
  await cover(page).getByRole('alert').getByText(english.problem['sign-in-failed']).first().waitFor();
  expect(await breachesOf(page)).toEqual([]);
  await signIn(page);
  expect(await page.locator('input[name=name]').inputValue()).toBe('A. van der Plas');
  await page.context().close();
});

test('the cover lies over an open dialog too; what was typed into it stays, with the focus', async () => {
  const client = await signedInForRegister(app);
  const { body } = await client.post<{ code: string }>('/locations', {
    kind: 'site',
    name: 'North',
    in: null,
    capacity: null,
    country: null,
  });
  const page = await open(client, `/places/${body.code}`);
  await page.getByRole('button', { name: 'Change' }).click();
  const dialog = page.getByRole('dialog', { name: /North/ });
  await dialog.locator('input[name=name]').fill('North by east');
  await client.delete('/session');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await cover(page).waitFor();
  expect(await page.locator('dialog input[name=name]').isVisible()).toBe(false);
  expect(await page.getByRole('dialog').count(), 'only the cover is read out').toBe(1);
  expect(await breachesOf(page)).toEqual([]);
  await signIn(page);
  await dialog.getByRole('alert').getByText(english.problem['not-signed-in']).waitFor();
  expect(await dialog.locator('input[name=name]').inputValue()).toBe('North by east');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { level: 1, name: 'North by east' }).waitFor();
  await page.context().close();
});

test('signed in again in another tab, it goes on by itself as soon as it is looked at', async () => {
  const page = await pressAfterEnd('KEPT-TAB');
  const wrong = page.locator('input[name=name]');
  await signedInAgain(page.context());
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await cover(page).waitFor({ state: 'detached' });
  expect(await wrong.inputValue()).toBe('A. van der Plas');
  await page.context().close();
});

test('somebody else gets nothing of it, and is told first that what was filled in will be gone', async () => {
  const page = await pressAfterEnd('KEPT-OTHER');
  const leave = cover(page).getByRole('button', { name: english.sessionEnd.leave });
  await leave.click();
  const question = page.getByRole('dialog', { name: /^Discard what .* filled in/ });
  await question.getByText(english.loss.text).waitFor();
  expect(await breachesOf(page)).toEqual([]);
  await question.getByRole('button', { name: english.sessionEnd.stay }).click();
  await leave.click();
  await question.getByRole('button', { name: english.loss.discard }).click();
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  expect(new URL(page.url()).search, 'leads back to nothing').toBe('');
  await app.signedIn('admin');
  await page.getByLabel('E-mail address').fill('admin@example.org');
  await page.getByLabel('Password', { exact: true }).fill(testPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Test admin' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/');
  expect(await page.locator('body').innerText()).not.toContain('van der Plas');
  await page.context().close();
});

test('somebody else who has signed in in another tab: it stays covered, says who, and can be left to him', async () => {
  const page = await pressAfterEnd('KEPT-SECOND');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await takeSession(page.context(), await app.signedIn('admin'), app.url);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await cover(page).getByText('Test admin has signed in, in another tab').waitFor();
  expect(await breachesOf(page)).toEqual([]);
  await cover(page).getByRole('button', { name: 'Go on as Test admin' }).click();
  await page.getByRole('button', { name: english.loss.discard }).click();
  await page.getByRole('button', { name: 'Test admin' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/');
  expect(await page.locator('form').count(), 'the form is gone').toBe(0);
  expect(asked.filter((path) => path.includes('customers'))).toEqual([]);
  await page.context().close();
});

test('where nothing was typed the sign-in page comes, as ever', async () => {
  const client = await signedInForRegister(app);
  const page = await open(client, '/customers/new');
  await client.delete('/session');
  await page.getByRole('navigation').getByRole('link', { name: 'Mailings' }).click();
  await page.getByText(english.page.signIn).first().waitFor();
  await page.getByText('you are back where you were: Mailings').waitFor();
  await page.context().close();
});

test('the station is kept though nothing was typed, and who leaves it finds the station again', async () => {
  const own = await app.signedIn('mailroom');
  const page = await open(own, '/scan');
  const scan = async () => {
    await page.getByLabel('Or type the twelve digits').fill('123456789092');
    await page.keyboard.press('Enter');
  };
  const stopped = page.getByText('This paper is not booked yet');
  await own.delete('/session');
  await scan();
  await cover(page).getByText('Hold on to the paper: it is not booked yet').waitFor();
  expect(await breachesOf(page)).toEqual([]);
  await stopped.waitFor({ state: 'attached' });
  expect(await stopped.isVisible()).toBe(false);
  await signIn(page);
  await stopped.waitFor({ state: 'detached' });

  await (await app.signedIn('mailroom')).delete('/sessions');
  await scan();
  await cover(page).getByRole('button', { name: english.sessionEnd.leave }).click();
  await page.getByText('you are back where you were: Scan').waitFor();
  await page.context().close();
});
