import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { signedInForRegister } from '../support/register.ts';
import { complaintsOf, openBrowser, openContext, settle, takeSession } from './support/browser.ts';
import { startServedApp } from './support/served.ts';
import { nameStation } from './support/station.ts';

// What a first page needs is asked for before the screens have come: by the same calls, each of them once.

const [app, browser] = await Promise.all([startServedApp(), openBrowser()]);
const register = await signedInForRegister(app);
const { body: customer } = await register.post<{ id: string }>('/customers', {
  ref: 'F-1',
  name: 'Somebody',
});

afterAll(async () => {
  await browser.close();
  await app.stop();
});

async function open(path: string, client: typeof register | undefined, language: 'en' | 'nl' = 'en') {
  const context = await openContext(browser, { language });
  if (client) await takeSession(context, client, app.url);
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  const asked: string[] = [];
  const fetched = { count: 0 };
  page.on('request', (request) => {
    fetched.count += 1;
    const { pathname, search } = new URL(request.url());
    if (pathname.startsWith('/api/'))
      asked.push(`${request.headers()['accept-language']} ${pathname}${search}`);
  });
  await nameStation(page);
  await page.goto(`${app.url}${path}`);
  await settle(page);
  expect(complaints).toEqual([]);
  return { page, asked, fetched };
}

const close = (page: Page) => page.context().close();

test.each([
  '/customers',
  '/customers?query=some%20body',
  `/customers/${customer.id}`,
  '/mailings',
  '/mailings?query=x&single=',
  '/places',
  '/scan',
])('%s asks for nothing twice, and comes in few files', async (path) => {
  const { page, asked, fetched } = await open(
    path,
    await app.signedIn('mailroom', 'crm', 'campaign', 'records'),
  );
  expect(asked).toEqual([...new Set(asked)]);
  expect(fetched.count).toBeLessThan(35);
  await close(page);
});

test('somebody’s own language comes before the browser’s, from the first answer on', async () => {
  const own = await app.signedIn('crm');
  await own.patch('/session/user', { language: 'nl' });
  const { page, asked } = await open('/customers', own, 'en');
  await page.getByRole('heading', { level: 1, name: 'Dossiers' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('nl');
  expect(asked.filter((one) => one.includes('/customers'))).toEqual(['nl /api/v1/customers']);
  await close(page);
});

test('nobody’s customers are asked for by who has not signed in, or may not see them', async () => {
  const outside = await open('/customers', undefined);
  await outside.page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(outside.asked.filter((one) => one.includes('/customers'))).toEqual([]);
  await close(outside.page);
  const inside = await open('/customers', await app.signedIn('admin'));
  await inside.page.getByRole('heading', { level: 1 }).waitFor();
  expect(inside.asked.filter((one) => one.includes('/customers'))).toEqual([]);
  await close(inside.page);
});

test('without an answer to the first questions the page says so, and comes when it is tried again', async () => {
  const context = await openContext(browser);
  await takeSession(context, register, app.url);
  const page = await context.newPage();
  await page.route('**/api/v1/session', (route) => route.abort());
  await page.goto(`${app.url}/places`);
  await page.getByRole('heading', { name: 'Spoor cannot be reached' }).waitFor();
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { level: 1, name: 'Places' }).waitFor();
  await context.close();
});

/** The files that every page needs, held back by the given rule. */
async function openWithScreens(rule: (page: Page) => Promise<unknown>) {
  const page = await (await openContext(browser)).newPage();
  await rule(page);
  await page.goto(app.url);
  return page;
}

const screens = '**/assets/screens-*.js';
const heading = (page: Page) => page.getByRole('heading', { level: 1, name: 'Sign in' });
const coming = (page: Page) => page.getByRole('img', { name: 'Spoor' });

test('over a slow line something moves until the screens have come', async () => {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const page = await openWithScreens((held) =>
    held.route(screens, async (route) => {
      await released;
      await route.continue();
    }),
  );
  await coming(page).waitFor();
  expect(await coming(page).getAttribute('aria-busy')).toBe('true');
  release();
  await heading(page).waitFor();
  expect(await coming(page).count()).toBe(0);
  await close(page);
});

test('screens that did not come are fetched anew by themselves, once the server answers', async () => {
  let tries = 0;
  const page = await openWithScreens(async (broken) => {
    await broken.route(screens, (route) => route.abort());
    await broken.route('**/healthz', (route) => {
      tries += 1;
      return tries < 2 ? route.abort() : route.fallback();
    });
  });
  await coming(page).waitFor();
  await page.unroute(screens);
  await heading(page).waitFor();
  expect(tries).toBe(2);
  await close(page);
});
