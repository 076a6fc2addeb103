import type { Permission } from '../../../shared/permissions.ts';
import { type Catalogue, loadTexts } from '../texts/index.ts';
import { fetched, PageNotFetched } from './fetched.tsx';
import { paths } from './paths.ts';

/** A page loads with the texts of its area (and of one more that it borrows from), when it is first opened. */
function page(area: Catalogue, load: () => Promise<{ default: React.ComponentType }>, also?: Catalogue) {
  return fetched(async () => {
    const [module] = await Promise.all([load(), loadTexts(area), also && loadTexts(also)]);
    return module.default;
  }, PageNotFetched);
}

export const SetUpPage = page('organisation', () => import('../areas/organisation/pages/SetUpPage.tsx'));
export const SignInPage = page('accounts', () => import('../areas/accounts/pages/SignInPage.tsx'));
export const PasswordLinkPage = page(
  'accounts',
  () => import('../areas/accounts/pages/PasswordLinkPage.tsx'),
);

export interface PageEntry {
  path: string;
  /** Key of its name under `page.` in the common texts. */
  name:
    | 'home'
    | 'people'
    | 'addPerson'
    | 'person'
    | 'accessLog'
    | 'jobs'
    | 'organisation'
    | 'account'
    | 'about'
    | 'help'
    | 'postDesk'
    | 'article'
    | 'scan'
    | 'exceptions'
    | 'practice'
    | 'customers'
    | 'addCustomer'
    | 'importCustomers'
    | 'dossier'
    | 'changeCustomer'
    | 'document'
    | 'mailings'
    | 'addMailing'
    | 'mailing'
    | 'mailingPapers'
    | 'labels'
    | 'mailingLabels'
    | 'placeLabels'
    | 'places'
    | 'addPlace'
    | 'place';
  /** Who lacks it is told so; everybody signed in may see a page without one. */
  permission?: Permission;
  /** Where it stands in the navigation; pages without one are reached through others. */
  group?: 'work' | 'administration';
  /** Whether the palette finds it: not where an id is needed. */
  findable: boolean;
  /** The page fills the screen and brings what it needs; else it stands under the bar. */
  whole?: boolean;
  component: React.ComponentType;
}

/** All pages behind the sign-in, in the order in which the navigation shows them. */
export const pages: readonly PageEntry[] = [
  {
    path: paths.home,
    name: 'home',
    findable: true,
    component: page('guide', () => import('../areas/guide/pages/HomePage.tsx')),
  },
  {
    path: paths.scan,
    name: 'scan',
    permission: 'scanning.book',
    group: 'work',
    findable: true,
    whole: true,
    component: page('scanning', () => import('../areas/scanning/pages/ScanPage.tsx'), 'scan'),
  },
  {
    path: paths.practice,
    name: 'practice',
    findable: true,
    component: page('guide', () => import('../areas/guide/pages/PracticePage.tsx'), 'scan'),
  },
  {
    path: paths.exceptions,
    name: 'exceptions',
    permission: 'scanning.read',
    group: 'work',
    findable: true,
    component: page('scanning', () => import('../areas/scanning/pages/ExceptionsPage.tsx')),
  },
  {
    path: paths.customers,
    name: 'customers',
    permission: 'customers.read',
    group: 'work',
    findable: true,
    component: page('customers', () => import('../areas/customers/pages/CustomersPage.tsx')),
  },
  {
    path: paths.addCustomer,
    name: 'addCustomer',
    permission: 'customers.change',
    findable: true,
    component: page('customers', () => import('../areas/customers/pages/AddCustomerPage.tsx')),
  },
  {
    path: paths.importCustomers,
    name: 'importCustomers',
    permission: 'customers.import',
    findable: true,
    component: page('customers', () => import('../areas/customers/pages/ImportCustomersPage.tsx')),
  },
  {
    path: paths.customerByRef(':ref'),
    name: 'dossier',
    permission: 'dossiers.read',
    findable: false,
    component: page('dossiers', () => import('../areas/dossiers/pages/DossierByRefPage.tsx')),
  },
  {
    path: paths.changeCustomer(':id'),
    name: 'changeCustomer',
    permission: 'customers.change',
    findable: false,
    component: page('customers', () => import('../areas/customers/pages/ChangeCustomerPage.tsx')),
  },
  {
    path: paths.customer(':id'),
    name: 'dossier',
    permission: 'dossiers.read',
    findable: false,
    component: page('dossiers', () => import('../areas/dossiers/pages/DossierPage.tsx')),
  },
  {
    path: paths.document(':code'),
    name: 'document',
    permission: 'documents.read',
    findable: false,
    component: page('documents', () => import('../areas/documents/pages/DocumentPage.tsx')),
  },
  {
    path: paths.mailings,
    name: 'mailings',
    permission: 'mailings.read',
    group: 'work',
    findable: true,
    component: page('mailings', () => import('../areas/mailings/pages/MailingsPage.tsx')),
  },
  {
    path: paths.addMailing,
    name: 'addMailing',
    permission: 'mailings.issue',
    findable: true,
    component: page('mailings', () => import('../areas/mailings/pages/AddMailingPage.tsx')),
  },
  {
    path: paths.mailingPapers(':id'),
    name: 'mailingPapers',
    permission: 'mailings.read',
    findable: false,
    component: page('mailings', () => import('../areas/mailings/pages/MailingPapersPage.tsx')),
  },
  {
    path: paths.mailing(':id'),
    name: 'mailing',
    permission: 'mailings.read',
    findable: false,
    component: page('mailings', () => import('../areas/mailings/pages/MailingPage.tsx')),
  },
  {
    path: paths.mailingLabels(':id'),
    name: 'mailingLabels',
    permission: 'labels.print',
    findable: false,
    component: page('labels', () => import('../areas/labels/pages/MailingLabelsPage.tsx')),
  },
  {
    path: paths.labels,
    name: 'labels',
    permission: 'labels.commands',
    group: 'work',
    findable: true,
    component: page('labels', () => import('../areas/labels/pages/LabelsPage.tsx')),
  },
  {
    path: paths.placeLabels(':code'),
    name: 'placeLabels',
    permission: 'labels.places',
    findable: false,
    component: page('labels', () => import('../areas/labels/pages/PlaceLabelsPage.tsx')),
  },
  {
    path: paths.places,
    name: 'places',
    permission: 'places.read',
    group: 'work',
    findable: true,
    component: page('places', () => import('../areas/places/pages/PlacesPage.tsx')),
  },
  {
    path: paths.addPlace,
    name: 'addPlace',
    permission: 'places.change',
    findable: true,
    component: page('places', () => import('../areas/places/pages/AddPlacePage.tsx')),
  },
  {
    path: paths.place(':code'),
    name: 'place',
    permission: 'places.read',
    findable: false,
    component: page('places', () => import('../areas/places/pages/PlacePage.tsx')),
  },
  {
    path: paths.people,
    name: 'people',
    permission: 'accounts.read',
    group: 'administration',
    findable: true,
    component: page('accounts', () => import('../areas/accounts/pages/PeoplePage.tsx')),
  },
  {
    path: paths.addPerson,
    name: 'addPerson',
    permission: 'accounts.change',
    findable: true,
    component: page('accounts', () => import('../areas/accounts/pages/AddPersonPage.tsx')),
  },
  {
    path: paths.person(':id'),
    name: 'person',
    permission: 'accounts.read',
    findable: false,
    component: page('accounts', () => import('../areas/accounts/pages/PersonPage.tsx')),
  },
  {
    path: paths.accessLog,
    name: 'accessLog',
    permission: 'accounts.audit',
    group: 'administration',
    findable: true,
    component: page('accounts', () => import('../areas/accounts/pages/AccessLogPage.tsx')),
  },
  {
    path: paths.jobs,
    name: 'jobs',
    permission: 'jobs.read',
    group: 'administration',
    findable: true,
    component: page('jobs', () => import('../areas/jobs/pages/JobsPage.tsx')),
  },
  {
    path: paths.organisation,
    name: 'organisation',
    permission: 'organisation.change',
    group: 'administration',
    findable: true,
    component: page('organisation', () => import('../areas/organisation/pages/OrganisationPage.tsx')),
  },
  {
    path: paths.account,
    name: 'account',
    findable: true,
    component: page('accounts', () => import('../areas/accounts/pages/AccountPage.tsx')),
  },
  {
    path: paths.about,
    name: 'about',
    findable: true,
    component: page('system', () => import('../areas/system/pages/AboutPage.tsx')),
  },
  {
    path: paths.help,
    name: 'help',
    findable: true,
    component: page('help', () => import('../areas/help/pages/HelpPage.tsx'), 'manual'),
  },
  {
    path: paths.postDesk,
    name: 'postDesk',
    findable: true,
    component: page('help', () => import('../areas/help/pages/PostDeskPage.tsx')),
  },
  {
    path: paths.article(':slug'),
    name: 'article',
    findable: false,
    component: page('help', () => import('../areas/help/pages/ArticlePage.tsx'), 'manual'),
  },
];
