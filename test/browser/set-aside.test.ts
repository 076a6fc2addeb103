import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import type { DocumentView } from '../../shared/contracts/documents.ts';
import type { ApiClient } from '../support/api-client.ts';
import { bodyOf } from '../support/scans.ts';
import { breachesOf } from './support/axe.ts';
import { openAs } from './support/browser.ts';
import { long, openMailroom } from './support/mailroom.ts';

const house = await openMailroom(20);
const { app, browser, mailroom, table } = house;
const campaign = await app.signedIn('campaign');
const crm = await app.signedIn('crm');

afterAll(() => house.close());

/** A coupon with yes in the box, and a no that was set aside. */
async function contradicted(): Promise<DocumentView> {
  const code = house.paper();
  for (const said of [{ moment: 'answered-yes', place: table.box }, { moment: 'answered-no' }]) {
    const at = new Date().toISOString();
    const scans = [{ id: randomUUID(), code, at, ...said }];
    bodyOf(await mailroom.post('/scans', { station: 'Post desk 1', sentAt: at, scans }));
  }
  return bodyOf(await crm.get<DocumentView>(`/documents/${code}`));
}

const open = (client: ApiClient, path: string) => openAs(browser, client, `${app.url}${path}`);

const doubt = (page: Page) => page.getByText(/^Set aside\. .*A scan says “Answer: no”, .*\d{2}:\d{2}/);
const decide = (page: Page) => page.getByRole('link', { name: 'Decide about it' });

test('whoever speaks to customers sees that yes is in doubt, and cannot decide', long, async () => {
  const { code, customer } = await contradicted();
  const page = await open(crm, `/customers/${customer?.id}`);
  await page.getByRole('link', { name: 'It waits for a decision' }).click();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Yes' })
    .filter({ has: doubt(page) })
    .waitFor();
  await page.getByText('“Yes” counts until a person decides.').waitFor();
  expect(await decide(page).count()).toBe(0);
  expect(await breachesOf(page)).toEqual([]);
  await page.goto(`${app.url}/documents/${code}`);
  await doubt(page).waitFor();
  expect(await decide(page).count()).toBe(0);
  await page.context().close();
  const desk = await open(mailroom, `/documents/${code}`);
  await doubt(desk).waitFor();
  expect(await decide(desk).count()).toBe(0);
  await desk.context().close();
});

test(
  'whoever may decide is led to that scan alone, and then nothing is in doubt any more',
  long,
  async () => {
    const [{ code, customer }, other] = [await contradicted(), await contradicted()];
    const page = await open(campaign, `/customers/${customer?.id}`);
    await decide(page).click();
    await page.getByText(`Only the scans of ${code.match(/.{4}/g)?.join(' ')}.`).waitFor();
    await page
      .getByRole('button', { name: /^Decide about/ })
      .first()
      .waitFor();
    expect(await page.getByRole('button', { name: /^Decide about/ }).count()).toBe(1);
    expect(await breachesOf(page)).toEqual([]);
    await page.getByRole('button', { name: /^Decide about/ }).click();
    await page.getByRole('radio', { name: /^The scan holds/ }).check();
    await page.getByLabel('Why').fill('Asked by telephone');
    await page.getByRole('dialog').getByRole('button', { name: 'Decide', exact: true }).click();
    await page.getByRole('heading', { name: /^Nothing to decide about/ }).waitFor();
    // What was fetched before the decision is not shown again.
    await page.getByRole('link', { name: 'To the paper' }).click();
    await page.getByText('No', { exact: true }).first().waitFor();
    expect(await doubt(page).count()).toBe(0);
    await page.getByRole('link', { name: /^To the dossier/ }).click();
    await page.getByRole('heading', { name: customer?.name ?? '', level: 1 }).waitFor();
    await page.getByText('No', { exact: true }).first().waitFor();
    expect(await doubt(page).count()).toBe(0);
    await page.goto(`${app.url}/scan/exceptions`);
    await page
      .getByRole('row')
      .filter({ hasText: other.code.slice(0, 4) })
      .first()
      .waitFor();
    await page.context().close();
  },
);

test('whoever decides second is told what was decided, by whom, and that nothing changed', long, async () => {
  const { code } = await contradicted();
  const records = await app.signedIn('records');
  const [first, second] = [
    await open(campaign, `/scan/exceptions?paper=${code}`),
    await open(records, `/scan/exceptions?paper=${code}`),
  ];
  for (const page of [first, second]) await page.getByRole('button', { name: /^Decide about/ }).click();
  const say = async (page: Page, what: RegExp, why: string) => {
    await page.getByRole('radio', { name: what }).check();
    await page.getByLabel('Why').fill(why);
    await page.getByRole('dialog').getByRole('button', { name: 'Decide', exact: true }).click();
  };
  await say(first, /^The scan holds/, 'Asked by telephone');
  await first.getByRole('heading', { name: /^Nothing to decide about/ }).waitFor();
  await say(second, /^What is booked holds/, 'Looked at the paper');
  const told = second.getByRole('dialog', { name: 'This has been decided already' });
  for (const text of [
    'The scan holds',
    'Asked by telephone',
    /^Your decision came after it and changed nothing/,
  ])
    await told.getByText(text, { exact: true }).waitFor();
  const me = bodyOf(await campaign.get<{ user: { name: string } }>('/session')).user.name;
  await told.getByText(new RegExp(`, ${me}$`)).waitFor();
  await told.getByText('You had written: “Looked at the paper”').waitFor();
  expect(await breachesOf(second)).toEqual([]);
  await told.getByRole('button', { name: 'Back to the list' }).click();
  await second.getByRole('heading', { name: /^Nothing to decide about/ }).waitFor();
  expect(bodyOf(await crm.get<DocumentView>(`/documents/${code}`)).words.headline).toBe('No');
  await Promise.all([first.context().close(), second.context().close()]);
});

test('the mailing and the box show it too', long, async () => {
  const { mailing, runNumber } = await contradicted();
  const page = await open(campaign, `/mailings/${mailing.id}/papers`);
  await page
    .getByRole('row')
    .filter({ hasText: new RegExp(`No\\. ${runNumber}(?!\\d)`) })
    .filter({ has: doubt(page) })
    .waitFor();
  await page.goto(`${app.url}/places/${table.box}`);
  await doubt(page).first().waitFor();
  await page.context().close();
});

test(
  'a box whose late move waits says so on its page, in its room and in a search; only who may decide is led to it',
  long,
  async () => {
    const made = await house.register.post<{ code: string }>('/containers', { kind: 'box', in: table.box });
    const box = bodyOf(made).code;
    const room = await house.register.post<{ code: string }>('/locations', {
      kind: 'room',
      name: 'Post room',
    });
    const scans = [{ id: randomUUID(), code: box, place: bodyOf(room).code, at: '2026-01-01T00:00:00Z' }];
    const sentAt = app.clock.now().toISOString();
    bodyOf(await mailroom.post('/scans', { station: 'Post desk 1', sentAt, scans }));
    const late = (page: Page) =>
      page.getByText(/^Set aside\. Scanned too long ago\. A scan puts it in Post room, 1 January 2026/);
    const desk = await open(mailroom, `/places/${box}`);
    await late(desk).waitFor();
    await desk.getByText('What is booked counts until a person decides.').waitFor();
    expect(await decide(desk).count()).toBe(0);
    await desk.context().close();

    const page = await open(campaign, `/places/${box}`);
    await late(page).waitFor();
    expect(await breachesOf(page)).toEqual([]);
    const short = /^Set aside\. A scan puts it in Post room, 1 January 2026/;
    for (const list of [`/places/${table.box}`, `/places?query=${box}`]) {
      await page.goto(`${app.url}${list}`);
      await page
        .getByRole('row')
        .filter({ has: page.locator(`a[href$="${box}"]`) })
        .getByText(short)
        .waitFor();
      expect(await breachesOf(page)).toEqual([]);
    }
    await page.goBack();
    await page.goBack();
    await decide(page).click();
    await page.getByRole('button', { name: /^Decide about/ }).click();
    await page.getByRole('radio', { name: /^Neither/ }).check();
    await page.getByLabel('Why').fill('It stands where it stood');
    await page.getByRole('dialog').getByRole('button', { name: 'Decide', exact: true }).click();
    await page.getByRole('link', { name: 'To its page' }).click();
    await page.getByRole('heading', { name: /^Box/, level: 1 }).waitFor();
    expect(await late(page).count()).toBe(0);
    await page.context().close();
  },
);
