import { matchPath } from 'react-router';
import type { Permission } from '../../../../shared/permissions.ts';
import { type PageEntry, pages } from '../../app/pages.ts';
import { paths } from '../../app/paths.ts';
import type { manual } from '../../texts/en/manual.ts';

export type Slug = keyof typeof manual.article;

interface Group {
  name: 'everybody' | 'station' | 'contact' | 'campaigns' | 'archive' | 'administrator';
  /** Whose daily work it is; his groups come first. */
  of: Permission | null;
  slugs: readonly Slug[];
}

/** The manual's table of contents, by who is at the screen. */
export const groups: readonly Group[] = [
  { name: 'everybody', of: null, slugs: ['start', 'keys', 'account', 'glossary'] },
  { name: 'station', of: 'scanning.book', slugs: ['scanning', 'outcomes', 'set-aside'] },
  { name: 'contact', of: 'dossiers.read', slugs: ['dossiers', 'papers'] },
  { name: 'campaigns', of: 'mailings.read', slugs: ['customers', 'mailings', 'labels'] },
  { name: 'archive', of: 'places.change', slugs: ['places', 'access-log'] },
  { name: 'administrator', of: 'accounts.change', slugs: ['people', 'administration'] },
];

export const slugs: readonly Slug[] = groups.flatMap((group) => group.slugs);

export function isSlug(text: string | undefined): text is Slug {
  return slugs.some((slug) => slug === text);
}

/** Which article explains which page: a new page does not compile without one. */
const articleOf: Record<PageEntry['name'], Slug> = {
  home: 'start',
  help: 'start',
  article: 'start',
  postDesk: 'scanning',
  scan: 'scanning',
  practice: 'scanning',
  exceptions: 'set-aside',
  customers: 'dossiers',
  addCustomer: 'customers',
  importCustomers: 'customers',
  changeCustomer: 'customers',
  dossier: 'dossiers',
  document: 'papers',
  mailings: 'mailings',
  addMailing: 'mailings',
  mailing: 'mailings',
  mailingPapers: 'mailings',
  labels: 'labels',
  mailingLabels: 'labels',
  placeLabels: 'labels',
  places: 'places',
  addPlace: 'places',
  place: 'places',
  people: 'people',
  addPerson: 'people',
  person: 'people',
  accessLog: 'access-log',
  jobs: 'administration',
  organisation: 'administration',
  about: 'administration',
  account: 'account',
};

/** The article for an address; before the sign-in, the one about signing in. */
export function articleFor(pathname: string): Slug {
  if ([paths.signIn, paths.setUp, paths.password].some((path) => path === pathname)) return 'account';
  const page = pages.find(({ path }) => matchPath(path, pathname));
  return page ? articleOf[page.name] : 'start';
}
