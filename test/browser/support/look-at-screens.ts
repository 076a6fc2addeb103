import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSetupLink } from '../../../server/accounts/first-administrator.ts';
import type { ApiClient } from '../../support/api-client.ts';
import type { TestApp } from '../../support/test-app.ts';
import { breachesOf } from './axe.ts';
import { complaintsOf, type Look, openBrowser, openContext, settle, takeSession } from './browser.ts';
import { fillRegister, noRegister } from './fill-register.ts';
import { untilQuiet } from './quiet.ts';
import { registerScreens } from './register-screens.ts';
import { type House, type Screen, screens } from './screens.ts';
import { startServedApp } from './served.ts';

/** How one gets from screen to screen: each by its address, or as by links within one page that stays open. */
type Way = 'address' | 'within';

let app: TestApp;
let browser: Browser;
let house: House;
let chosen: Look;
let way: Way;
const clients: Partial<Record<Screen['as'], ApiClient>> = {};

// One browser context a person: what has been loaded once need not be loaded for every screen.
const contexts = new Map<Screen['as'], Promise<BrowserContext>>();

function contextFor(person: Screen['as']): Promise<BrowserContext> {
  const known = contexts.get(person) ?? openFor(person);
  contexts.set(person, known);
  return known;
}

async function openFor(person: Screen['as']): Promise<BrowserContext> {
  const context = await openContext(browser, chosen);
  const client = clients[person];
  if (client) await takeSession(context, client, app.url);
  return context;
}

// One page a person, too: a new one takes the browser longer than what is on it.
const kept = new Map<Screen['as'], Opened>();

interface Opened {
  page: Page;
  complaints: string[];
}

async function openedFor(person: Screen['as']): Promise<Opened> {
  const known = kept.get(person);
  if (known) return known;
  const page = await (await contextFor(person)).newPage();
  const opened = { page, complaints: complaintsOf(page) };
  kept.set(person, opened);
  return opened;
}

async function leave(person: Screen['as']): Promise<void> {
  await kept.get(person)?.page.close();
  kept.delete(person);
}

/** By the address, as from a bookmark, or, as by a link, without loading the product anew. */
async function goTo(page: Page, path: string, person: Screen['as']): Promise<void> {
  const address = new URL(path, app.url);
  // Before somebody has signed in there is no way but an address.
  if (way === 'address' || person === 'nobody' || page.url() === 'about:blank') {
    // A mere change after the # would load nothing.
    await page.goto('about:blank');
    await page.goto(address.href);
  } else {
    // By way of a page where nothing is over it: the same place again would keep what has been typed there.
    await page.evaluate(follow, '/about');
    await untilQuiet(page);
    const left = await page.locator('dialog[open]').count();
    if (left > 0) throw new Error('a dialog stayed open over the next page');
    await page.evaluate(follow, path);
    await untilQuiet(page);
  }
  await settle(page);
}

/** In the page: what a link does. */
function follow(to: string): void {
  history.pushState(null, '', to);
  dispatchEvent(new PopStateEvent('popstate', { state: null }));
}

/** Opens a screen, light and dark, and says what is wrong with it: for axe, in the console, in width. */
async function look(screen: Screen): Promise<string[]> {
  const { page, complaints } = await openedFor(screen.as);
  let wrong: string[] | undefined;
  try {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await goTo(page, screen.path(house), screen.as);
    await screen.act?.(page);
    const breaches = await breachesOf(page);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    breaches.push(...(await breachesOf(page, ['color-contrast'])));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    wrong = [...breaches, ...complaints.splice(0), ...(overflow > 0 ? [`${overflow} px too wide`] : [])];
    return wrong;
  } finally {
    // What went wrong on one screen is not to go wrong on the next.
    if (wrong?.length !== 0) await leave(screen.as);
  }
}

async function fillHouse(): Promise<void> {
  clients.admin = await app.signedIn('admin', 'campaign', 'records', 'crm');
  clients.mailroom = await app.signedIn('mailroom');
  clients.privacy = await app.signedIn('privacy');
  const added = await clients.admin.post<{ id: string }>('/users', {
    name: 'Johanna Wilhelmina van Ravestein-Dool',
    email: 'johanna.wilhelmina.van.ravestein-dool@merendrecht.example',
    roles: ['crm'],
  });
  const link = await clients.admin.post<{ url: string }>(`/users/${added.body.id}/password-link`, {});
  const register = await fillRegister(clients.admin, app.clock.now());
  house = { url: app.url, personId: added.body.id, passwordLink: link.body.url, ...register };
}

/**
 * Every screen in one look, a file of tests for each look, so that two go at a time. Both themes are looked at without
 * opening a screen twice: they differ in colours only.
 */
export function lookAtScreens(as: Look, by: Way): void {
  chosen = as;
  way = by;
  beforeAll(async () => {
    [app, browser] = await Promise.all([startServedApp(), openBrowser()]);
    house = { url: app.url, personId: '', passwordLink: '', ...noRegister };
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  describe('before anybody can sign in', () => {
    test('the set-up page is open to everybody', async () => {
      const link = await makeSetupLink(app.context, app.url);
      expect(await look({ name: 'set-up', as: 'nobody', path: () => link })).toEqual([]);
    });
    test('so is the page without the link', async () => {
      expect(await look({ name: 'set-up', as: 'nobody', path: () => '/setup' })).toEqual([]);
    });
  });

  describe('every screen can be used by everybody, fits its window, and keeps to the CSP', () => {
    beforeAll(fillHouse);
    test.each([...screens, ...registerScreens])('$name', async (screen) => {
      expect(await look(screen)).toEqual([]);
    });
  });
}
