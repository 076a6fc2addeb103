import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSetupLink } from '../../server/accounts/first-administrator.ts';
import type { ApiClient } from '../support/api-client.ts';
import type { TestApp } from '../support/test-app.ts';
import { breachesOf } from './support/axe.ts';
import { complaintsOf, type Look, openBrowser, openContext, settle, takeSession } from './support/browser.ts';
import { fillRegister, noRegister } from './support/fill-register.ts';
import { registerScreens } from './support/register-screens.ts';
import { type House, type Screen, screens } from './support/screens.ts';
import { startServedApp } from './support/served.ts';

let app: TestApp;
let browser: Browser;
let house: House;
const clients: Partial<Record<Screen['as'], ApiClient>> = {};

/** Both themes are looked at on each, without opening it twice: they differ in colours only. */
const looks: Look[] = [{ size: 'desk' }, { size: 'narrow', language: 'nl' }];

beforeAll(async () => {
  [app, browser] = await Promise.all([startServedApp(), openBrowser()]);
  house = { url: app.url, personId: '', passwordLink: '', ...noRegister };
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

// One browser context a person and look: what has been loaded once need not be loaded for every screen.
const contexts = new Map<string, Promise<BrowserContext>>();

function contextFor(person: Screen['as'], chosen: Look): Promise<BrowserContext> {
  const key = JSON.stringify([person, chosen]);
  const known = contexts.get(key) ?? openFor(person, chosen);
  contexts.set(key, known);
  return known;
}

async function openFor(person: Screen['as'], chosen: Look): Promise<BrowserContext> {
  const context = await openContext(browser, chosen);
  const client = clients[person];
  if (client) await takeSession(context, client, app.url);
  return context;
}

/** Opens a screen in one look, light and dark, and says what is wrong with it: for axe, in the console, in width. */
async function look(screen: Screen, chosen: Look): Promise<string[]> {
  const page = await (await contextFor(screen.as, chosen)).newPage();
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

describe('before anybody can sign in', () => {
  test.each(looks)('the set-up page is open to everybody ($size)', async (chosen) => {
    const link = await makeSetupLink(app.context, app.url);
    expect(await look({ name: 'set-up', as: 'nobody', path: () => link }, chosen)).toEqual([]);
  });
  test('so is the page without the link', async () => {
    expect(await look({ name: 'set-up', as: 'nobody', path: () => '/setup' }, {})).toEqual([]);
  });
});

describe('every screen can be used by everybody, fits on a narrow phone, and keeps to the CSP', () => {
  beforeAll(async () => {
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
  });

  const cases = [...screens, ...registerScreens].flatMap((screen) =>
    looks.map((chosen) => ({ screen, chosen })),
  );
  test.each(cases)('$screen.name ($chosen.size)', async ({ screen, chosen }) => {
    expect(await look(screen, chosen)).toEqual([]);
  });
});
