import { afterAll, expect, test } from 'vitest';
import { common } from '../../client/src/texts/en/common.ts';
import { signedInForRegister } from '../support/register.ts';
import { openAs, openBrowser, takeSession } from './support/browser.ts';
import { startServedApp } from './support/served.ts';

// One cookie serves all tabs of a browser. A tab whose person has been followed by another one acts in nobody else's name.

const [app, browser] = await Promise.all([startServedApp(), openBrowser()]);
const register = await signedInForRegister(app);
const admin = await app.signedIn('admin');

afterAll(async () => {
  await browser.close();
  await app.stop();
});

test('the older tab reads nothing more, and is led to the sign-in', async () => {
  const page = await openAs(browser, await signedInForRegister(app), `${app.url}/customers`);
  await takeSession(page.context(), admin, app.url);
  await page.getByRole('navigation').getByRole('link', { name: 'Mailings' }).click();
  await page.getByText('you are back where you were: Mailings').waitFor();
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Test admin' }).waitFor();
  await page.context().close();
});

test('with something typed the older tab is kept, sends nothing, and says who has signed in', async () => {
  const page = await openAs(browser, await signedInForRegister(app), `${app.url}/customers/new`);
  await page.locator('input[name=ref]').fill('KEPT-NAME');
  await page.locator('input[name=name]').fill('A. van der Plas');
  await takeSession(page.context(), admin, app.url);
  await page.locator('main button[type=submit]').click();
  await page
    .getByRole('dialog', { name: common.sessionEnd.title })
    .getByText('Test admin has signed in, in another tab')
    .waitFor();
  const { body } = await register.get<{ items: unknown[] }>('/customers?query=KEPT-NAME');
  expect(body.items).toEqual([]);
  await page.context().close();
});
