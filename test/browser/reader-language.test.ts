import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import type { DocumentView } from '../../shared/contracts/documents.ts';
import { makeOwnType } from '../support/own-type.ts';
import { issueMailing, listPapers } from '../support/register.ts';
import { bodyOf } from '../support/scans.ts';
import { openAs, openContext, settle, takeSession } from './support/browser.ts';
import { long, openMailroom } from './support/mailroom.ts';

const house = await openMailroom(3);
const { app, browser, register, mailroom, table } = house;
await makeOwnType(app);

afterAll(() => house.close());

/** Somebody who reads Dutch, at a device that speaks English until he has signed in. */
async function dutchReader() {
  const client = await app.signedIn('campaign', 'crm');
  await client.patch('/session/user', { language: 'nl' });
  return client;
}

test('a Dutch reader has the values of a paper in Dutch, with the numbers of the exports', long, async () => {
  const code = house.paper();
  const at = new Date().toISOString();
  const scans = [{ id: randomUUID(), code, at, moment: 'answered-no', place: table.box }];
  bodyOf(await mailroom.post('/scans', { station: 'Post desk 1', sentAt: at, scans }));
  const { customer } = bodyOf(await register.get<DocumentView>(`/documents/${code}`));
  const reader = await dutchReader();
  for (const path of [`/documents/${code}`, `/customers/${customer?.id}`]) {
    const page = await openAs(browser, reader, `${app.url}${path}`);
    const values = page.locator('dl > div').filter({ hasText: /^Waarden/ });
    for (const value of ['Verzonden Ja 1', 'Antwoord Nee 2', 'Onbestelbaar Nee 0', 'Opmerking Nee 0']) {
      await values.getByText(value, { exact: true }).waitFor();
    }
    await page
      .getByText(/Antwoord: nee/)
      .first()
      .waitFor();
    await page.context().close();
  }
});

test('what an organisation named itself is read as it was given', long, async () => {
  const mailing = await issueMailing(register, { name: 'Permits', documentType: 'permit' });
  const [paper] = await listPapers(register, mailing);
  const reader = await dutchReader();
  await register.post(`/mailings/${mailing}/mailed`, { at: app.clock.now().toISOString() });
  const page = await openAs(browser, reader, `${app.url}/documents/${paper?.code}`);
  await page.getByText('Zone Noord/Süd Unzoned 0', { exact: true }).waitFor();
  await page.goto(`${app.url}/mailings/${mailing}`);
  await page.getByRole('heading', { name: 'Zone Noord/Süd' }).waitFor();
  await page.goto(`${app.url}/mailings/${mailing}/papers?variable=zone&value=1`);
  await page.getByText(/^Zone Noord\/Süd: P\+R/).waitFor();
  await page.goto(`${app.url}/mailings/${mailing}/papers?variable=sent&value=1`);
  await page.getByText(/^Verzonden: Ja/).waitFor();
  await page.context().close();
});

test('after a change of language nothing of the server stays in the other one', long, async () => {
  const client = await app.signedIn('campaign', 'records');
  await client.patch('/session/user', { language: 'en' });
  const context = await openContext(browser);
  await takeSession(context, client, app.url);
  const page = await context.newPage();
  await page.goto(`${app.url}/mailings/new`);
  await page.getByRole('radio', { name: /^Letter/ }).waitFor();
  await page.locator('[aria-controls=user-menu]').click();
  await page.getByRole('link', { name: 'Your account' }).first().click();
  await settle(page);
  await page.getByLabel('Language').selectOption('nl');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await page.getByRole('heading', { name: 'Mijn account' }).waitFor();
  await page.getByRole('link', { name: 'Mailings' }).first().click();
  await page.getByRole('link', { name: 'Mailing uitgeven' }).click();
  await page.getByRole('radio', { name: /^Brief/ }).waitFor();
  expect(await page.getByRole('radio', { name: /^Letter/ }).count()).toBe(0);
  await context.close();
});
