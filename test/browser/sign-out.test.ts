import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { common as english } from '../../client/src/texts/en/common.ts';
import { common as dutch } from '../../client/src/texts/nl/common.ts';
import { testPassword } from '../support/test-app.ts';
import { breachesOf } from './support/axe.ts';
import { type Look, openContext, settle, takeSession } from './support/browser.ts';
import { scanByHand } from './support/hand-scanner.ts';
import { long, openMailroom, shows, until } from './support/mailroom.ts';

// Signing out says what has not happened: scans that are not booked yet, a server that was not told.

const house = await openMailroom(5);
const { app, browser } = house;

afterAll(() => house.close());

async function pressSignOut(page: Page) {
  await page.getByRole('button', { name: 'Test mailroom' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
}

async function signIn(page: Page) {
  await page.getByLabel('E-mail address').fill('mailroom@example.org');
  await page.getByLabel('Password', { exact: true }).fill(testPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await settle(page);
}

test(
  'with a scan that is not booked yet it asks; the scan waits in the tab for who scanned it',
  long,
  async () => {
    const page = await house.openStation(await app.signedIn('mailroom'));
    await scanByHand(page, house.command('answered-yes'));
    await page.route('**/api/v1/scans', (route) => route.abort());
    const code = house.paper();
    await scanByHand(page, code);
    await shows(page, 'Stop');
    await page.getByRole('link', { name: 'Spoor, start page' }).click();
    await settle(page);

    await pressSignOut(page);
    const question = page.getByRole('dialog', { name: 'Sign out all the same?' });
    await question.getByText('One scan is not booked yet. Hold on to the paper.').waitFor();
    expect(await breachesOf(page)).toEqual([]);
    await question.getByRole('button', { name: 'Stay signed in' }).click();
    await question.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Sign out' }).click();
    await question.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();

    await page.unroute('**/api/v1/scans');
    expect((await house.statusOf(code))['answer']).toBe(0);
    await signIn(page);
    await page.goto(`${app.url}/scan`);
    await until(async () => (await house.statusOf(code))['answer']).toBe(1);
    await page.context().close();
  },
);

async function openHome(look: Look) {
  const client = await app.signedIn('mailroom');
  const context = await openContext(browser, look);
  await takeSession(context, client, app.url);
  const page = await context.newPage();
  await page.goto(app.url);
  await settle(page);
  return { client, context, page };
}

test.each([
  [{ language: 'en', size: 'desk', theme: 'light' } as const, english],
  [{ language: 'nl', size: 'phone', theme: 'dark' } as const, dutch],
])(
  'without the server nobody is told that it is done, and it is done as soon as the server answers (%o)',
  async (look, texts) => {
    const { client, context, page } = await openHome(look);
    await context.setOffline(true);
    const menu = look.size === 'phone' ? texts.shell.menu : 'Test mailroom';
    await page.getByRole('button', { name: menu }).click();
    await page.getByRole('button', { name: texts.shell.signOut }).click();
    const band = page.getByRole('status', { name: texts.signOut.owedLabel });
    await band.getByText(texts.signOut.owed).waitFor();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByText('Test mailroom').count()).toBe(0);
    expect(await breachesOf(page)).toEqual([]);
    expect((await client.get('/session')).status).toBe(200);
    await context.setOffline(false);
    await band.waitFor({ state: 'detached' });
    expect((await client.get('/session')).status).toBe(401);
    await context.close();
  },
);

test('signed out without the server, the page closed: opened anew it lets nobody in', async () => {
  const { client, context, page } = await openHome({});
  await context.setOffline(true);
  await pressSignOut(page);
  await page.getByRole('status', { name: 'Not signed out yet' }).waitFor();
  await page.close();
  await context.setOffline(false);
  const next = await context.newPage();
  await next.goto(app.url);
  await next.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect((await client.get('/session')).status).toBe(401);
  await signIn(next);
  await next.reload();
  await next.getByRole('button', { name: 'Test mailroom' }).waitFor();
  await context.close();
});
