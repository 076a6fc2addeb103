import type { ComponentType } from 'react';
import { loadTexts } from '../texts/index.ts';
import { fetched, PageNotFetched } from './fetched.tsx';
import { firstPageAt } from './first-page-at.ts';
import { pageFiles as files, type PageFile } from './page-files.ts';

interface Page extends Pick<PageFile, 'path' | 'permission'> {
  component: ComponentType & { prepare: () => Promise<undefined> };
}

/** A page loads with the texts of its area when it is first opened. */
function page({ path, permission, texts, load }: PageFile) {
  const component = fetched(async () => {
    const [module] = await Promise.all([load(), ...texts.map(loadTexts)]);
    return module.default;
  }, PageNotFetched);
  return { path, ...(permission && { permission }), component };
}

/** The pages before somebody has signed in. */
export const doors = { setUp: page(files.setUp), signIn: page(files.signIn), password: page(files.password) };

export interface PageEntry extends Page {
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
  /** Where it stands in the navigation; pages without one are reached through others. */
  group?: 'work' | 'administration';
  /** Whether the palette finds it: not where an id is needed. */
  findable: boolean;
  /** The page fills the screen and brings what it needs; else it stands under the bar. */
  whole?: boolean;
}

/** All pages behind the sign-in, in the order in which the navigation shows them. */
export const pages: readonly PageEntry[] = [
  {
    ...page(files.home),
    name: 'home',
    findable: true,
  },
  {
    ...page(files.scan),
    name: 'scan',
    group: 'work',
    findable: true,
    whole: true,
  },
  {
    ...page(files.practice),
    name: 'practice',
    findable: true,
  },
  {
    ...page(files.exceptions),
    name: 'exceptions',
    group: 'work',
    findable: true,
  },
  {
    ...page(files.customers),
    name: 'customers',
    group: 'work',
    findable: true,
  },
  {
    ...page(files.addCustomer),
    name: 'addCustomer',
    findable: true,
  },
  {
    ...page(files.importCustomers),
    name: 'importCustomers',
    findable: true,
  },
  {
    ...page(files.dossierByRef),
    name: 'dossier',
    findable: false,
  },
  {
    ...page(files.changeCustomer),
    name: 'changeCustomer',
    findable: false,
  },
  {
    ...page(files.dossier),
    name: 'dossier',
    findable: false,
  },
  {
    ...page(files.document),
    name: 'document',
    findable: false,
  },
  {
    ...page(files.mailings),
    name: 'mailings',
    group: 'work',
    findable: true,
  },
  {
    ...page(files.addMailing),
    name: 'addMailing',
    findable: true,
  },
  {
    ...page(files.mailingPapers),
    name: 'mailingPapers',
    findable: false,
  },
  {
    ...page(files.mailing),
    name: 'mailing',
    findable: false,
  },
  {
    ...page(files.mailingLabels),
    name: 'mailingLabels',
    findable: false,
  },
  {
    ...page(files.labels),
    name: 'labels',
    group: 'work',
    findable: true,
  },
  {
    ...page(files.placeLabels),
    name: 'placeLabels',
    findable: false,
  },
  {
    ...page(files.places),
    name: 'places',
    group: 'work',
    findable: true,
  },
  {
    ...page(files.addPlace),
    name: 'addPlace',
    findable: true,
  },
  {
    ...page(files.place),
    name: 'place',
    findable: false,
  },
  {
    ...page(files.people),
    name: 'people',
    group: 'administration',
    findable: true,
  },
  {
    ...page(files.addPerson),
    name: 'addPerson',
    findable: true,
  },
  {
    ...page(files.person),
    name: 'person',
    findable: false,
  },
  {
    ...page(files.accessLog),
    name: 'accessLog',
    group: 'administration',
    findable: true,
  },
  {
    ...page(files.jobs),
    name: 'jobs',
    group: 'administration',
    findable: true,
  },
  {
    ...page(files.organisation),
    name: 'organisation',
    group: 'administration',
    findable: true,
  },
  {
    ...page(files.account),
    name: 'account',
    findable: true,
  },
  {
    ...page(files.about),
    name: 'about',
    findable: true,
  },
  {
    ...page(files.help),
    name: 'help',
    findable: true,
  },
  {
    ...page(files.postDesk),
    name: 'postDesk',
    findable: true,
  },
  {
    ...page(files.article),
    name: 'article',
    findable: false,
  },
];

/** What is opened first is fetched before anything is shown. */
export async function prepareFirstPage(pathname: string, signedIn: boolean): Promise<void> {
  const path = firstPageAt(pathname, signedIn)?.file.path;
  const first = [...Object.values(doors), ...pages].find((one) => one.path === path);
  await first?.component.prepare();
}
