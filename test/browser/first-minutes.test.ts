import type { Page } from 'playwright-core';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { practiceCode } from '../../shared/codes/practice-code.ts';
import type { GuideView } from '../../shared/contracts/guide.ts';
import type { ApiClient } from '../support/api-client.ts';
import { printLabel } from '../support/label-frames/label.ts';
import { importCustomers, issueMailing } from '../support/register.ts';
import { shoot } from './camera/film.ts';
import { openBrowser, openContext, settle, takeSession } from './support/browser.ts';
import { scanByHand } from './support/hand-scanner.ts';
import { startServedApp } from './support/served.ts';
import { lastScans, nameStation, outcome } from './support/station.ts';

const [app, browser] = await Promise.all([startServedApp(), openBrowser()]);

afterAll(async () => {
  await browser.close();
  await app.stop();
});

async function open(client: ApiClient, path: string): Promise<Page> {
  const context = await openContext(browser);
  await takeSession(context, client, app.url);
  const page = await context.newPage();
  await nameStation(page);
  await page.goto(`${app.url}${path}`);
  await settle(page);
  return page;
}

const guideOf = async (client: ApiClient) => (await client.get<GuideView>('/guide')).body;
const next = (page: Page) => page.getByRole('listitem').filter({ hasText: ', next' });

test('the guide follows what is done elsewhere, is put away, and is found again under Help', async () => {
  const owner = await app.signedIn('admin', 'campaign');
  await owner.patch('/organisation', { name: 'Waterbedrijf Merendrecht' });
  const page = await open(owner, '/');
  await next(page).getByText('Bring in your customers').waitFor();
  await importCustomers(owner, 2);
  await page.reload();
  await page.getByText('2 customers, done').waitFor();
  await next(page).getByText('Scan something').waitFor();
  await page.getByRole('img', { name: /^The practice label/ }).waitFor();

  const mailing = await issueMailing(owner, { name: 'Direct debit' });
  await owner.patch('/guide', { practised: true });
  await page.reload();
  await next(page).getByText('Add your colleagues').waitFor();
  const labels = page.getByRole('link', { name: 'Its labels' });
  expect(await labels.getAttribute('href')).toBe(`/mailings/${mailing}/labels`);

  await page.getByRole('button', { name: 'Put this away' }).click();
  await page.getByText('The first five minutes').waitFor({ state: 'detached' });
  await page.reload();
  await settle(page);
  expect(await page.getByText('The first five minutes').count()).toBe(0);
  await page.goto(`${app.url}/help`);
  await page.getByRole('button', { name: 'The first five minutes' }).click();
  await page.waitForURL(`${app.url}/`);
  await page.getByRole('heading', { name: 'The first five minutes' }).waitFor();
  await page.context().close();
});

test('who only looks up has no first steps, and the mailroom has the label alone', async () => {
  const contact = await open(await app.signedIn('crm'), '/');
  expect(await contact.getByText('The first five minutes').count()).toBe(0);
  const mailroom = await open(await app.signedIn('mailroom'), '/');
  await mailroom.getByText('Nothing done yet').waitFor();
  await next(mailroom).getByText('Scan something').waitFor();
  expect(await mailroom.getByText('Bring in your customers').count()).toBe(0);
  await Promise.all([contact.context().close(), mailroom.context().close()]);
});

test('the practice label: a hand scanner leads to it from any page, typing reads it, another code is told apart', async () => {
  const clerk = await app.signedIn('mailroom');
  const page = await open(clerk, '/places');
  await scanByHand(page, practiceCode);
  await page.waitForURL('**/practice');
  await page.getByText('Read with the hand scanner. It counts nowhere: nothing was booked.').waitFor();
  await expect.poll(async () => (await guideOf(clerk)).practisedAt).not.toBeNull();

  const field = page.getByLabel('Or type the twelve digits');
  await field.fill('1234 5678 9092');
  await page.keyboard.press('Enter');
  await page.getByText('1234 5678 9092 is not the practice label. Nothing was booked.').waitFor();
  await field.fill(practiceCode);
  await page.keyboard.press('Enter');
  await page.getByText('Read from the keyboard. It counts nowhere: nothing was booked.').waitFor();
  await page.context().close();
});

test('at the station the label is praised, nothing is sent, and the pile stays as it is', async () => {
  const clerk = await app.signedIn('mailroom');
  const page = await open(clerk, '/scan');
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/v1/scans')) sent.push(request.url());
  });
  await scanByHand(page, practiceCode);
  await outcome(page).getByText('Well done', { exact: true }).waitFor();
  await outcome(page)
    .getByText(/It counts nowhere/)
    .waitFor();
  await expect.poll(async () => (await guideOf(clerk)).practisedAt).not.toBeNull();
  expect(await lastScans(page).count()).toBe(0);
  expect(sent).toEqual([]);
  await page.context().close();
});

test('a double click imports a file once, and what is told of it is what it did', async () => {
  const page = await open(await app.signedIn('campaign'), '/customers/import');
  const file = 'lidnummer;naam\r\nDC-1;Anna\r\nDC-2;Bas\r\n';
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'leden.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
  await page.getByRole('button', { name: 'Import 2 customers' }).dblclick();
  await page.getByText('The customers have been imported').waitFor();
  const figure = page.getByRole('term').filter({ hasText: 'New' }).locator('..').getByRole('definition');
  await expect.poll(() => figure.textContent()).toBe('2');
  await page.context().close();
});

test('a code that no paper has leads on to the customers, for who may see them', async () => {
  const page = await open(await app.signedIn('crm'), '/documents/123456789092');
  await page.getByRole('heading', { name: 'No paper has this code' }).waitFor();
  await page.getByRole('link', { name: 'Find a customer' }).click();
  await page.waitForURL('**/customers');
  await page.context().close();
});

test('the station at 200 %: its choices and last scans are reached by scrolling, and it can be left when it fails', async () => {
  const page = await open(await app.signedIn('mailroom'), '/scan');
  await page.setViewportSize({ width: 640, height: 400 });
  await outcome(page).getByRole('button', { name: 'Answer: yes', exact: true }).click();
  await outcome(page).getByText('From now on every paper is').waitFor();
  await page.route('**/api/v1/commands', (route) => route.abort());
  await page.reload();
  await page.getByRole('link', { name: 'To the start page' }).click({ timeout: 30_000 });
  await page.getByRole('heading', { name: 'What you may do' }).waitFor();
  await page.context().close();
});

test('? opens the help of the page and leaves a form as it is; in a field it is a question mark', async () => {
  const page = await open(await app.signedIn('campaign'), '/customers/new');
  const name = page.getByLabel('Name', { exact: true });
  await name.fill('Wie is dat');
  await name.press('Shift+?');
  expect(await name.inputValue()).toBe('Wie is dat?');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Bring in customers' });
  await dialog.getByRole('heading', { name: 'Import a file' }).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await name.inputValue()).toBe('Wie is dat?');
  await page.context().close();
});

test('at the station and before the sign-in help is a press away; its links lead on within it', async () => {
  const station = await open(await app.signedIn('mailroom'), '/scan');
  await station.getByRole('button', { name: 'Help for this page' }).click();
  const dialog = station.getByRole('dialog');
  await dialog.getByRole('heading', { name: 'Scan the post' }).waitFor();
  await dialog.getByRole('button', { name: 'Set aside' }).click();
  await dialog.getByRole('heading', { name: 'Decide what was set aside' }).waitFor();
  expect(new URL(station.url()).pathname).toBe('/scan');

  const door = await (await openContext(browser)).newPage();
  await door.goto(`${app.url}/sign-in`);
  await settle(door);
  await door.getByRole('button', { name: 'Help for this page' }).click();
  await door.getByRole('dialog').getByText('An administrator makes you a one-time link').waitFor();
  expect(await door.getByRole('dialog').getByRole('link').count(), 'pages are still closed').toBe(0);
  await Promise.all([station.context().close(), door.context().close()]);
});

test('the manual is searched as one types, and leads to the part that was found', async () => {
  const page = await open(await app.signedIn('crm'), '/help');
  await page.getByRole('searchbox', { name: 'Search the manual' }).fill('move a box');
  await page.getByRole('link', { name: 'Move a box' }).click();
  await page.waitForURL('**/help/places#move');
  await page.getByRole('heading', { name: 'Move a box' }).waitFor();
  await page.goto(`${app.url}/help`);
  await page.getByRole('searchbox').fill('rainbow');
  await page.getByText('Nothing in the manual fits “rainbow”').waitFor();
  await page.goto(`${app.url}/help/nonsense`);
  await page.getByRole('heading', { name: 'This page does not exist' }).waitFor();
  await page.context().close();
});

test('the instruction for the post desk prints on one page, with three symbols that have come', async () => {
  const page = await open(await app.signedIn('mailroom'), '/help/post-desk');
  await expect.poll(() => page.getByRole('img', { name: /^Label of the command/ }).count()).toBe(3);
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.context().close();
});

test('the camera of a laptop reads the practice label that is held before it', {
  timeout: 240_000,
}, async () => {
  const film = await shoot([
    { seconds: 1 },
    {
      paper: printLabel('both', practiceCode, 7),
      pose: { turn: 6, tiltUp: 4 },
      light: { blur: 1, noise: 5, brightness: 0.92 },
      seconds: 3,
    },
  ]);
  const filming = await openBrowser({ film: film.file });
  onTestFinished(async () => {
    await filming.close();
    await film.remove();
  });
  const context = await openContext(filming);
  // Somebody who has not practised yet.
  await takeSession(context, await app.signedIn('records'), app.url);
  const page = await context.newPage();
  await page.goto(`${app.url}/`);
  await page.getByRole('link', { name: 'Open the camera' }).click();
  await page
    .getByText('Read with the camera. It counts nowhere: nothing was booked.')
    .waitFor({ timeout: 60_000 });
});

test('a station whose camera is missing says so in words, also when no other camera was opened before', async () => {
  const page = await open(await app.signedIn('mailroom'), '/scan');
  await page.getByRole('button', { name: 'Use the camera' }).click();
  await page.getByText(/^(No camera found|The camera is not allowed)$/).waitFor();
  await page.context().close();
});
