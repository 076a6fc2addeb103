import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSetupLink } from '../../../server/accounts/first-administrator.ts';
import type { ApiClient } from '../../support/api-client.ts';
import type { TestApp } from '../../support/test-app.ts';
import { breachesOf } from './axe.ts';
import { complaintsOf, type Look, openBrowser, openContext, settle, takeSession } from './browser.ts';
import { fillRegister, noRegister } from './fill-register.ts';
import { registerScreens } from './register-screens.ts';
import { type House, type Screen, screens } from './screens.ts';
import { startServedApp } from './served.ts';

let app: TestApp;
let browser: Browser;
let house: House;
let chosen: Look;
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

/** Opens a screen, light and dark, and says what is wrong with it: for axe, in the console, in width. */
async function look(screen: Screen): Promise<string[]> {
  const page = await (await contextFor(screen.as)).newPage();
  try {
    const complaints = complaintsOf(page);
    await page.goto(new URL(screen.path(house), app.url).href);
    await settle(page);
    await screen.act?.(page);
    const breaches = await breachesOf(page);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    breaches.push(...(await breachesOf(page, ['color-contrast'])));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    return [...breaches, ...complaints, ...(overflow > 0 ? [`${overflow} px too wide`] : [])];
  } finally {
    await page.close();
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
export function lookAtScreens(as: Look): void {
  chosen = as;
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
