import { afterAll, expect, test } from 'vitest';
import type { CustomerView } from '../../shared/contracts/customers.ts';
import { importCustomers, issueMailing, listPapers, signedInForRegister } from '../support/register.ts';
import { bodyOf } from '../support/scans.ts';
import { breachesOf } from './support/axe.ts';
import { openAs, openBrowser, settle } from './support/browser.ts';
import { long } from './support/mailroom.ts';
import { startServedApp } from './support/served.ts';

const [app, browser] = await Promise.all([startServedApp(), openBrowser()]);
const owner = await signedInForRegister(app);
const crm = await app.signedIn('crm');
const privacy = await app.signedIn('privacy');
await importCustomers(owner, 3);

afterAll(async () => {
  await browser.close();
  await app.stop();
});

test(
  'the officer sees whose dossier was opened, asks who else looked, and chooses among all who did',
  long,
  async () => {
    const { items } = bodyOf(await owner.get<{ items: CustomerView[] }>('/customers?query=K-2'));
    const customer = items.find(({ ref }) => ref === 'K-2');
    await crm.get(`/customers/${customer?.id}/dossier`);
    await listPapers(owner, await issueMailing(owner, { name: 'Direct debit 2027' }));
    // More than a page of looks, so that those before are in no line that is shown.
    for (let n = 0; n < 60; n += 1) await privacy.get('/access-log');

    const page = await openAs(browser, privacy, `${app.url}/access-log`);
    expect(await page.getByText('Customer 2').count()).toBe(0);
    await page.getByLabel('Person').selectOption({ label: 'Test crm' });
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByRole('link', { name: 'Customer 2, K-2' }).click();
    await page.getByRole('heading', { name: 'Customer 2', level: 1 }).waitFor();
    await page.getByRole('link', { name: 'Who looked' }).click();
    await page.getByText('Only looks at: Customer 2, K-2.').waitFor();
    const rows = page.getByRole('table').getByRole('row');
    expect(await rows.filter({ hasText: 'Opened a dossier' }).count()).toBe(2);
    expect(await breachesOf(page)).toEqual([]);

    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByText('Only looks at: Customer 2, K-2.').waitFor({ state: 'detached' });
    await page.getByLabel('Person').selectOption({ label: 'Test crm-campaign-records' });
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByText('Direct debit 2027', { exact: true }).waitFor();
    // Mailings are not his to open.
    expect(await page.getByRole('link', { name: 'Direct debit 2027' }).count()).toBe(0);

    await app.database.query(
      "update access_log set subject_id = gen_random_uuid()::text where subject_kind = 'mailing'",
    );
    await page.reload();
    // Told apart by the end of what the log kept, and still leading to all looks at it.
    const gone = page.getByRole('link', { name: /^A mailing erased since \(…[0-9a-f]{6}\)$/ }).first();
    await gone.click();
    await page.getByText(/^Only looks at a mailing erased since \(…[0-9a-f]{6}\)\.$/).waitFor();
    await page.context().close();
  },
);

test(
  'whoever sees whose a paper is reads that the look is on record; whoever does not see it is told nothing false',
  long,
  async () => {
    const [paper] = await listPapers(owner, await issueMailing(owner, { name: 'Direct debit 2028' }));
    for (const [role, told] of [
      ['crm', 1],
      ['mailroom', 0],
    ] as const) {
      const before = await countLooks();
      const page = await openAs(browser, await app.signedIn(role), `${app.url}/documents/${paper?.code}`);
      await page.getByRole('heading', { name: 'Direct debit 2028', level: 1 }).waitFor();
      expect(await page.getByText('This look is on record.').count()).toBe(told);
      expect((await countLooks()) - before).toBe(told);
      await page.context().close();
    }
  },
);

async function countLooks(): Promise<number> {
  const [row] = await app.database.query<{ looks: number }>(
    "select count(*)::int as looks from access_log where action = 'documents.seen'",
  );
  return row?.looks ?? 0;
}

test(
  'days the wrong way round: said in the field and in a sentence, and nothing is asked of the server',
  long,
  async () => {
    const page = await openAs(browser, privacy, `${app.url}/access-log`);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/access-log?')) asked.push(request.url());
    });
    const [from, to] = [page.getByLabel('From day'), page.getByLabel('To day, inclusive')];
    await from.fill('2027-03-09');
    await to.fill('2027-03-01');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    const alert = page.getByRole('alert');
    await alert
      .getByText('9 March 2027 is later than 1 March 2027. Exchange the two days, or leave one out.')
      .waitFor();
    expect(await to.evaluate((field) => document.activeElement === field)).toBe(true);
    expect(await to.getAttribute('aria-invalid')).toBe('true');
    expect(
      await to.evaluate(
        (field) => document.getElementById(field.getAttribute('aria-describedby') ?? '')?.innerText,
      ),
    ).toBe('Lies before “From day”');
    expect(await page.getByText('Nothing found').count()).toBe(0);
    expect(asked).toEqual([]);
    expect(await breachesOf(page)).toEqual([]);

    await to.fill('2027-03-09');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await alert.waitFor({ state: 'detached' });
    await expect.poll(() => asked.length).toBe(1);
    const show = page.getByRole('button', { name: 'Show', exact: true });
    const isFocused = () => show.evaluate((button) => document.activeElement === button);
    expect(await isFocused()).toBe(true);
    await page.getByLabel('What').selectOption({ label: 'Opened a dossier' });
    await show.click();
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => from.inputValue()).toBe('');
    expect(await page.getByLabel('What').inputValue()).toBe('');
    expect(await isFocused()).toBe(true);
    await page.goBack();
    await expect.poll(() => from.inputValue()).toBe('2027-03-09');
    expect(await page.getByLabel('What').inputValue()).toBe('dossiers.opened');
    await page.context().close();
  },
);

test('a link with a person who is not in the log, or with what is no person or day', long, async () => {
  const nobody = '0199f0d2-7c1a-7a30-9d1e-2b7c55aa0e11';
  const page = await openAs(browser, privacy, `${app.url}/access-log?user=${nobody}`);
  const chosen = () =>
    page.getByLabel('Person').evaluate((field) => (field as HTMLSelectElement).selectedOptions[0]?.text);
  expect(await chosen()).toBe('Somebody who is not in this log');
  await page.getByText('Nothing found').waitFor();

  await page.goto(`${app.url}/access-log?user=Pieter&from=2027-99-99`);
  await settle(page);
  expect(await chosen()).toBe('Anybody');
  await page.getByRole('table').waitFor();
  await page.context().close();
});

test('the fields that filter stand in one line, as high as each other', long, async () => {
  const page = await openAs(browser, privacy, `${app.url}/access-log`);
  const boxes = await page
    .locator('main form :is(select, input[type=date])')
    .evaluateAll((fields) =>
      fields.map((field) => field.getBoundingClientRect()).map(({ top, height }) => ({ top, height })),
    );
  expect(boxes).toHaveLength(4);
  expect(new Set(boxes.map(({ top }) => top)).size).toBe(1);
  expect(new Set(boxes.map(({ height }) => height)).size).toBe(1);
  await page.context().close();
});
