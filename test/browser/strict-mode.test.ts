import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, expect, test } from 'vitest';
import type { EventView } from '../../shared/contracts/documents.ts';
import { signedInForRegister } from '../support/register.ts';
import { startTestApp } from '../support/test-app.ts';
import { complaintsOf, openBrowser, openContext, settle, takeSession } from './support/browser.ts';
import { scanByHand } from './support/hand-scanner.ts';
import { shows } from './support/mailroom.ts';
import { lastScans, layTable, nameStation } from './support/station.ts';

// React's development version does every effect twice and complains of what is wrong in the screens: what is set up is
// also torn down, and nothing that is sent is sent twice.

const root = fileURLToPath(new URL('../../', import.meta.url));
const clientFolder = await mkdtemp(path.join(os.tmpdir(), 'spoor-strict-'));
await build({
  root: path.join(root, 'client'),
  configFile: path.join(root, 'vite.config.ts'),
  mode: 'development',
  logLevel: 'warn',
  build: { outDir: clientFolder, emptyOutDir: true },
});
const [app, browser] = await Promise.all([startTestApp({ clientFolder }), openBrowser()]);
const register = await signedInForRegister(app);
const table = await layTable(register, 5);

afterAll(async () => {
  await browser.close();
  await app.stop();
  await rm(clientFolder, { recursive: true });
});

test('at the station a scan is sent and told once, and taken back once', async () => {
  const context = await openContext(browser);
  await takeSession(context, await app.signedIn('mailroom'), app.url);
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  const sent: unknown[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/scans'))
      sent.push(...request.postDataJSON().scans);
  });
  await nameStation(page);
  await page.goto(`${app.url}/scan`);
  await settle(page);
  const [code = ''] = table.papers;
  await scanByHand(page, table.commands['answered-yes'] ?? '');
  await scanByHand(page, table.box);
  await scanByHand(page, code);
  await shows(page, 'Booked');
  expect(sent).toHaveLength(1);
  expect(await lastScans(page).count()).toBe(1);
  await scanByHand(page, table.commands['UNDO'] ?? '');
  await shows(page, 'Taken back');
  expect(sent).toHaveLength(2);
  const { body } = await register.get<{ items: EventView[] }>(`/documents/${code}/events`);
  expect(body.items.map(({ kind }) => kind)).toEqual(['issued', 'moment', 'moment', 'undone']);
  expect(complaints).toEqual([]);
  await context.close();
});

test('React has nothing to complain of on the pages that are used most', async () => {
  const context = await openContext(browser);
  await takeSession(context, await app.signedIn('admin', 'crm', 'campaign', 'records'), app.url);
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  const found: string[] = [];
  const paper = table.papers[1] ?? '';
  const paths = [
    '/',
    '/practice',
    '/customers',
    '/customers/by-ref/K-1',
    `/documents/${paper}`,
    '/mailings',
    `/mailings/${table.mailing}`,
    `/mailings/${table.mailing}/labels`,
    '/places',
    `/places/${table.box}`,
    '/scan/exceptions',
    '/people',
    '/help',
  ];
  for (const each of paths) {
    await page.goto(`${app.url}${each}`);
    await settle(page);
    found.push(...complaints.splice(0).map((said) => `${each}: ${said}`));
  }
  // The search over the page, and help over that page.
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('Box 21');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Escape');
  await page.goto(`${app.url}/places`);
  await settle(page);
  await page.getByRole('button', { name: 'Help for this page' }).click();
  await page.getByRole('dialog').getByRole('heading').first().waitFor();
  expect([...found, ...complaints]).toEqual([]);
  await context.close();
});
