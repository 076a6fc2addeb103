import type { Screen } from './screens.ts';

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
  { name: 'dossier', as: 'admin', path: ({ customerId }) => `/customers/${customerId}` },
  { name: 'dossier-by-ref', as: 'admin', path: ({ customerRef }) => `/customers/by-ref/${customerRef}` },
  { name: 'dossier-empty', as: 'admin', path: ({ newCustomerId }) => `/customers/${newCustomerId}` },
  { name: 'dossier-unknown', as: 'admin', path: () => '/customers/00000000-0000-4000-8000-000000000000' },
  { name: 'dossier-not-allowed', as: 'mailroom', path: ({ customerId }) => `/customers/${customerId}` },
  { name: 'paper', as: 'admin', path: ({ paperCode }) => `/documents/${paperCode}` },
  { name: 'paper-mailroom', as: 'mailroom', path: ({ paperCode }) => `/documents/${paperCode}` },
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
  { name: 'mailing-papers', as: 'admin', path: ({ mailingId }) => `/mailings/${mailingId}/papers?only=open` },
  { name: 'places', as: 'admin', path: () => '/places' },
  { name: 'place-add', as: 'admin', path: ({ siteCode }) => `/places/new?in=${siteCode}` },
  { name: 'place-site', as: 'admin', path: ({ siteCode }) => `/places/${siteCode}` },
  { name: 'place-box', as: 'admin', path: ({ boxCode }) => `/places/${boxCode}` },
  { name: 'place-box-mailroom', as: 'mailroom', path: ({ boxCode }) => `/places/${boxCode}` },
];
