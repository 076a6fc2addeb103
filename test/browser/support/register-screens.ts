import { settle } from './browser.ts';
import type { Screen } from './screens.ts';

const stoppedImport = {
  id: '00000000-0000-4000-8000-00000000000a',
  kind: 'customers.import',
  state: 'cancelled',
  done: 41_000,
  total: 99_998,
  attempts: 1,
  cancelling: false,
  startedBy: null,
  createdAt: '2027-03-09T10:00:00.000Z',
  startedAt: '2027-03-09T10:00:01.000Z',
  endedAt: '2027-03-09T10:00:05.000Z',
  result: {
    created: 40_310,
    updated: 612,
    unchanged: 78,
    rejected: [{ line: 20, field: 'ref', code: 'missing', message: 'Give a reference' }],
    rejectedRows: 1,
    ignoredColumns: ['Segment'],
  },
};

/** The screens of customers, dossiers, mailings and places, full and empty. */
export const registerScreens: readonly Screen[] = [
  { name: 'customers', as: 'admin', path: () => '/customers' },
  { name: 'customers-found', as: 'admin', path: () => '/customers?query=merendrect' },
  { name: 'customers-none', as: 'admin', path: () => '/customers?query=zzzzzz' },
  { name: 'customer-add', as: 'admin', path: () => '/customers/new' },
  {
    name: 'customer-add-errors',
    as: 'admin',
    path: () => '/customers/new',
    act: async (page) => {
      await page.locator('form button[type=submit]').last().click();
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'customer-change', as: 'admin', path: ({ customerId }) => `/customers/${customerId}/change` },
  { name: 'customers-import', as: 'admin', path: () => '/customers/import' },
  {
    name: 'customers-import-refused',
    as: 'admin',
    path: () => '/customers/import',
    act: async (page) => {
      const buffer = Buffer.from('ref,name,klantnummer\n1,Anna,2\n');
      await page.locator('input[type=file]').setInputFiles({ name: 'crm.csv', mimeType: 'text/csv', buffer });
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'customers-import-stopped',
    as: 'admin',
    path: () => '/customers/import',
    act: async (page) => {
      // Nobody can be sure to stop a real one in its middle.
      await page.route(`**/api/v1/jobs/${stoppedImport.id}`, (route) =>
        route.fulfill({ json: stoppedImport }),
      );
      await page.goto(`${new URL(page.url()).origin}/customers/import?job=${stoppedImport.id}`);
      await settle(page);
      await page.getByRole('status').first().waitFor();
    },
  },
  { name: 'dossier', as: 'admin', path: ({ customerId }) => `/customers/${customerId}` },
  { name: 'dossier-by-ref', as: 'admin', path: ({ customerRef }) => `/customers/by-ref/${customerRef}` },
  { name: 'dossier-empty', as: 'admin', path: ({ newCustomerId }) => `/customers/${newCustomerId}` },
  {
    name: 'dossier-set-aside',
    as: 'admin',
    path: ({ doubtedCustomerId, doubtedCode }) => `/customers/${doubtedCustomerId}?paper=${doubtedCode}`,
  },
  {
    name: 'dossier-set-aside-read',
    as: 'privacy',
    path: ({ doubtedCustomerId }) => `/customers/${doubtedCustomerId}?show=waiting`,
  },
  { name: 'dossier-unknown', as: 'admin', path: () => '/customers/00000000-0000-4000-8000-000000000000' },
  { name: 'dossier-not-allowed', as: 'mailroom', path: ({ customerId }) => `/customers/${customerId}` },
  { name: 'paper', as: 'admin', path: ({ paperCode }) => `/documents/${paperCode}` },
  { name: 'paper-mailroom', as: 'mailroom', path: ({ paperCode }) => `/documents/${paperCode}` },
  { name: 'paper-set-aside', as: 'admin', path: ({ doubtedCode }) => `/documents/${doubtedCode}` },
  { name: 'paper-unknown', as: 'admin', path: () => '/documents/123456789012' },
  { name: 'mailings', as: 'admin', path: () => '/mailings' },
  { name: 'mailings-none', as: 'admin', path: () => '/mailings?query=zzzzzz' },
  { name: 'mailing-add', as: 'admin', path: () => '/mailings/new' },
  {
    name: 'mailing-add-errors',
    as: 'admin',
    path: () => '/mailings/new',
    act: async (page) => {
      await page.locator('form button[type=submit]').last().click();
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'mailing', as: 'admin', path: ({ mailingId }) => `/mailings/${mailingId}` },
  { name: 'mailing-fresh', as: 'admin', path: ({ freshMailingId }) => `/mailings/${freshMailingId}` },
  {
    name: 'mailing-mark-too-early',
    as: 'admin',
    path: ({ freshMailingId }) => `/mailings/${freshMailingId}`,
    act: async (page) => {
      await page.locator('button:has(.tabler-icon-send)').click();
      await page.getByRole('dialog').locator('input[type=date]').fill('2020-01-01');
      await page.getByRole('dialog').locator('button[type=submit]').click();
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'mailing-papers', as: 'admin', path: ({ mailingId }) => `/mailings/${mailingId}/papers?only=open` },
  { name: 'scan', as: 'mailroom', path: () => '/scan' },
  {
    name: 'scan-moments',
    as: 'mailroom',
    path: () => '/scan',
    act: async (page) => {
      await page.getByRole('dialog').getByRole('textbox').fill('Post desk 1');
      await page.getByRole('dialog').getByRole('button').first().click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.keyboard.press('F2');
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'exceptions', as: 'admin', path: () => '/scan/exceptions' },
  {
    name: 'exceptions-of-paper',
    as: 'admin',
    path: ({ doubtedCode }) => `/scan/exceptions?paper=${doubtedCode}`,
  },
  {
    name: 'exceptions-of-paper-none',
    as: 'admin',
    path: ({ paperCode }) => `/scan/exceptions?paper=${paperCode}`,
  },
  {
    name: 'exception-settle',
    as: 'admin',
    path: () => '/scan/exceptions',
    act: async (page) => {
      await page
        .getByRole('button', { name: /^(Decide about|Beslissen over)/ })
        .first()
        .click();
      await page.getByRole('dialog').locator('button[type=submit]').click();
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'exceptions-settled', as: 'admin', path: () => '/scan/exceptions?show=settled' },
  { name: 'scans-refused', as: 'admin', path: () => '/scan/exceptions?show=refused' },
  { name: 'labels', as: 'admin', path: () => '/labels' },
  { name: 'labels-mailroom', as: 'mailroom', path: () => '/labels' },
  {
    name: 'labels-mailing',
    as: 'admin',
    path: ({ freshMailingId }) => `/mailings/${freshMailingId}/labels`,
    act: async (page) => {
      await page.getByRole('radio', { name: /^(Label|Etiket) 5$/ }).check();
      await page.getByRole('img').waitFor();
      await page.waitForLoadState('networkidle');
    },
  },
  {
    name: 'labels-mailing-one',
    as: 'admin',
    path: ({ freshMailingId }) => `/mailings/${freshMailingId}/labels`,
    act: async (page) => {
      await page.getByRole('radio', { name: /One label again|Eén etiket opnieuw/ }).check();
      await page.locator('#field-run').waitFor();
    },
  },
  { name: 'labels-place', as: 'admin', path: ({ siteCode }) => `/places/${siteCode}/labels` },
  { name: 'labels-box', as: 'admin', path: ({ boxCode }) => `/places/${boxCode}/labels` },
  { name: 'places', as: 'admin', path: () => '/places' },
  { name: 'place-add', as: 'admin', path: ({ siteCode }) => `/places/new?in=${siteCode}` },
  { name: 'place-site', as: 'admin', path: ({ siteCode }) => `/places/${siteCode}` },
  { name: 'place-box', as: 'admin', path: ({ boxCode }) => `/places/${boxCode}` },
  {
    name: 'place-box-change',
    as: 'admin',
    path: ({ boxCode }) => `/places/${boxCode}`,
    act: async (page) => {
      await page.locator('button:has(.tabler-icon-pencil)').click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'place-box-move',
    as: 'admin',
    path: ({ boxCode }) => `/places/${boxCode}`,
    act: async (page) => {
      await page.locator('button:has(.tabler-icon-arrows-move)').click();
      await page.getByRole('dialog').getByRole('searchbox').fill('e');
      await page.getByRole('dialog').getByRole('radio').first().waitFor();
    },
  },
  { name: 'place-box-mailroom', as: 'mailroom', path: ({ boxCode }) => `/places/${boxCode}` },
];
