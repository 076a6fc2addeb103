import { lazy } from 'react';
import type { Permission } from '../../../shared/permissions.ts';
import { type Catalogue, loadTexts } from '../texts/index.ts';
import { paths } from './paths.ts';

/** A page loads with the texts of its area, when it is first opened. */
function page(area: Catalogue, load: () => Promise<{ default: React.ComponentType }>) {
  return lazy(async () => {
    const [module] = await Promise.all([load(), loadTexts(area)]);
    return module;
  });
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
    | 'about';
  /** Who lacks it is told so; everybody signed in may see a page without one. */
  permission?: Permission;
  /** Where it stands in the navigation; pages without one are reached through others. */
  group?: 'work' | 'administration';
  /** Whether the palette finds it: not where an id is needed. */
  findable: boolean;
  component: React.ComponentType;
}

/** All pages behind the sign-in, in the order in which the navigation shows them. */
export const pages: readonly PageEntry[] = [
  {
    path: paths.home,
    name: 'home',
    findable: true,
    component: page('system', () => import('../areas/system/pages/HomePage.tsx')),
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
];
