import type { ComponentType } from 'react';
import type { Permission } from '../../../shared/permissions.ts';
import { addressOf } from '../api/address.ts';
import type { Input } from '../api/call.ts';
import type { Address } from '../api/operations.ts';
import type { Catalogue } from '../texts/catalogues.ts';
import { paths } from './paths.ts';

/** Where a page stands and what has to be fetched to show it. */
export interface PageFile {
  path: string;
  /** Who lacks it is told so; everybody signed in may see a page without one. */
  permission?: Permission;
  /** The words of its area, and of another that it borrows from. */
  texts: readonly Catalogue[];
  load: () => Promise<{ default: ComponentType }>;
  /** What it asks of the API at once when it is the first page that somebody opens, so that this need not wait for it. */
  first?: (params: Params, search: URLSearchParams) => string[];
}

export type Params = Record<string, string>;
type Readable = Extract<Address, `get ${string}`>;

function get<A extends Readable>(address: A, ...[input]: Input<A>): string {
  const { params, query } = (input ?? {}) as { params?: Params; query?: Record<string, unknown> };
  return addressOf(address.slice('get '.length), params, query);
}

// Without React, so that the first page can be fetched before anything that shows it.
export const pageFiles = {
  setUp: {
    path: paths.setUp,
    texts: ['organisation'],
    load: () => import('../areas/organisation/pages/SetUpPage.tsx'),
  },
  signIn: {
    path: paths.signIn,
    texts: ['accounts'],
    load: () => import('../areas/accounts/pages/SignInPage.tsx'),
  },
  password: {
    path: paths.password,
    texts: ['accounts'],
    load: () => import('../areas/accounts/pages/PasswordLinkPage.tsx'),
  },
  home: {
    path: paths.home,
    texts: ['guide'],
    load: () => import('../areas/guide/pages/HomePage.tsx'),
  },
  scan: {
    path: paths.scan,
    permission: 'scanning.book',
    texts: ['scanning', 'scan'],
    load: () => import('../areas/scanning/pages/ScanPage.tsx'),
    first: () => [get('get /document-types'), get('get /commands')],
  },
  practice: {
    path: paths.practice,
    texts: ['guide', 'scan'],
    load: () => import('../areas/guide/pages/PracticePage.tsx'),
  },
  exceptions: {
    path: paths.exceptions,
    permission: 'scanning.read',
    texts: ['scanning'],
    load: () => import('../areas/scanning/pages/ExceptionsPage.tsx'),
  },
  customers: {
    path: paths.customers,
    permission: 'customers.read',
    texts: ['customers'],
    load: () => import('../areas/customers/pages/CustomersPage.tsx'),
    first: (_params, search) => [get('get /customers', { query: { query: search.get('query') ?? '' } })],
  },
  addCustomer: {
    path: paths.addCustomer,
    permission: 'customers.change',
    texts: ['customers'],
    load: () => import('../areas/customers/pages/AddCustomerPage.tsx'),
  },
  importCustomers: {
    path: paths.importCustomers,
    permission: 'customers.import',
    texts: ['customers'],
    load: () => import('../areas/customers/pages/ImportCustomersPage.tsx'),
  },
  dossierByRef: {
    path: paths.customerByRef(':ref'),
    permission: 'dossiers.read',
    texts: ['dossiers'],
    load: () => import('../areas/dossiers/pages/DossierByRefPage.tsx'),
  },
  changeCustomer: {
    path: paths.changeCustomer(':id'),
    permission: 'customers.change',
    texts: ['customers'],
    load: () => import('../areas/customers/pages/ChangeCustomerPage.tsx'),
  },
  dossier: {
    path: paths.customer(':id'),
    permission: 'dossiers.read',
    texts: ['dossiers'],
    load: () => import('../areas/dossiers/pages/DossierPage.tsx'),
    first: ({ id = '' }) => [
      get('get /customers/{id}/dossier', { params: { id } }),
      get('get /document-types'),
    ],
  },
  document: {
    path: paths.document(':code'),
    permission: 'documents.read',
    texts: ['documents'],
    load: () => import('../areas/documents/pages/DocumentPage.tsx'),
    first: ({ code = '' }) => [get('get /documents/{code}', { params: { code } })],
  },
  mailings: {
    path: paths.mailings,
    permission: 'mailings.read',
    texts: ['mailings'],
    load: () => import('../areas/mailings/pages/MailingsPage.tsx'),
    first: (_params, search) => [
      get('get /mailings', {
        query: { query: search.get('query') ?? '', single: String(search.has('single')) },
      }),
    ],
  },
  addMailing: {
    path: paths.addMailing,
    permission: 'mailings.issue',
    texts: ['mailings'],
    load: () => import('../areas/mailings/pages/AddMailingPage.tsx'),
  },
  mailingPapers: {
    path: paths.mailingPapers(':id'),
    permission: 'mailings.read',
    texts: ['mailings'],
    load: () => import('../areas/mailings/pages/MailingPapersPage.tsx'),
  },
  mailing: {
    path: paths.mailing(':id'),
    permission: 'mailings.read',
    texts: ['mailings'],
    load: () => import('../areas/mailings/pages/MailingPage.tsx'),
    first: ({ id = '' }) => [get('get /mailings/{id}', { params: { id } })],
  },
  mailingLabels: {
    path: paths.mailingLabels(':id'),
    permission: 'labels.print',
    texts: ['labels'],
    load: () => import('../areas/labels/pages/MailingLabelsPage.tsx'),
  },
  labels: {
    path: paths.labels,
    permission: 'labels.commands',
    texts: ['labels'],
    load: () => import('../areas/labels/pages/LabelsPage.tsx'),
  },
  placeLabels: {
    path: paths.placeLabels(':code'),
    permission: 'labels.places',
    texts: ['labels'],
    load: () => import('../areas/labels/pages/PlaceLabelsPage.tsx'),
  },
  places: {
    path: paths.places,
    permission: 'places.read',
    texts: ['places'],
    load: () => import('../areas/places/pages/PlacesPage.tsx'),
    first: (_params, search) => [get('get /places', { query: { query: search.get('query') ?? '' } })],
  },
  addPlace: {
    path: paths.addPlace,
    permission: 'places.change',
    texts: ['places'],
    load: () => import('../areas/places/pages/AddPlacePage.tsx'),
  },
  place: {
    path: paths.place(':code'),
    permission: 'places.read',
    texts: ['places'],
    load: () => import('../areas/places/pages/PlacePage.tsx'),
    first: ({ code = '' }) => [get('get /places/{code}', { params: { code } })],
  },
  people: {
    path: paths.people,
    permission: 'accounts.read',
    texts: ['accounts'],
    load: () => import('../areas/accounts/pages/PeoplePage.tsx'),
  },
  addPerson: {
    path: paths.addPerson,
    permission: 'accounts.change',
    texts: ['accounts'],
    load: () => import('../areas/accounts/pages/AddPersonPage.tsx'),
  },
  person: {
    path: paths.person(':id'),
    permission: 'accounts.read',
    texts: ['accounts'],
    load: () => import('../areas/accounts/pages/PersonPage.tsx'),
  },
  accessLog: {
    path: paths.accessLog,
    permission: 'accounts.audit',
    texts: ['accounts'],
    load: () => import('../areas/accounts/pages/AccessLogPage.tsx'),
  },
  jobs: {
    path: paths.jobs,
    permission: 'jobs.read',
    texts: ['jobs'],
    load: () => import('../areas/jobs/pages/JobsPage.tsx'),
  },
  organisation: {
    path: paths.organisation,
    permission: 'organisation.change',
    texts: ['organisation'],
    load: () => import('../areas/organisation/pages/OrganisationPage.tsx'),
  },
  account: {
    path: paths.account,
    texts: ['accounts'],
    load: () => import('../areas/accounts/pages/AccountPage.tsx'),
  },
  about: {
    path: paths.about,
    texts: ['system'],
    load: () => import('../areas/system/pages/AboutPage.tsx'),
  },
  help: {
    path: paths.help,
    texts: ['help', 'manual'],
    load: () => import('../areas/help/pages/HelpPage.tsx'),
  },
  postDesk: {
    path: paths.postDesk,
    texts: ['help'],
    load: () => import('../areas/help/pages/PostDeskPage.tsx'),
  },
  article: {
    path: paths.article(':slug'),
    texts: ['help', 'manual'],
    load: () => import('../areas/help/pages/ArticlePage.tsx'),
  },
} as const satisfies Record<string, PageFile>;
