import { afterAll, expect, test } from 'vitest';
import type { CustomerView } from '../../shared/contracts/customers.ts';
import { importCustomers, issueMailing, listPapers, signedInForRegister } from '../support/register.ts';
import { bodyOf } from '../support/scans.ts';
import { breachesOf } from './support/axe.ts';
import { openAs, openBrowser } from './support/browser.ts';
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
    await page.getByLabel('Person').selectOption({ label: 'Test crm-campaign-records' });
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByText('Direct debit 2027', { exact: true }).waitFor();
    // Mailings are not his to open.
    expect(await page.getByRole('link', { name: 'Direct debit 2027' }).count()).toBe(0);

    await app.database.query(
      "update access_log set subject_id = gen_random_uuid()::text where subject_kind = 'mailing'",
    );
    await page.reload();
    await page.getByText(/^A mailing, erased since/).waitFor();
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
