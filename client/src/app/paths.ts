/** Every address of the screens, once. */
export const paths = {
  home: '/',
  setUp: '/setup',
  signIn: '/sign-in',
  password: '/password',
  account: '/account',
  people: '/people',
  addPerson: '/people/new',
  person: (id: string) => `/people/${id}`,
  jobs: '/jobs',
  accessLog: '/access-log',
  looksAt: (id: string) => `/access-log?subject=${id}`,
  organisation: '/organisation',
  about: '/about',
  help: '/help',
  postDesk: '/help/post-desk',
  article: (slug: string) => `/help/${slug}`,
  scan: '/scan',
  exceptions: '/scan/exceptions',
  exceptionsOf: (code: string) => `/scan/exceptions?paper=${code}`,
  practice: '/practice',
  customers: '/customers',
  addCustomer: '/customers/new',
  importCustomers: '/customers/import',
  /** The CRM links to it by its own reference. */
  customerByRef: (ref: string) => `/customers/by-ref/${ref}`,
  customer: (id: string) => `/customers/${id}`,
  changeCustomer: (id: string) => `/customers/${id}/change`,
  document: (code: string) => `/documents/${code}`,
  mailings: '/mailings',
  addMailing: '/mailings/new',
  mailing: (id: string) => `/mailings/${id}`,
  mailingPapers: (id: string) => `/mailings/${id}/papers`,
  mailingLabels: (id: string) => `/mailings/${id}/labels`,
  labels: '/labels',
  placeLabels: (code: string) => `/places/${code}/labels`,
  places: '/places',
  addPlace: '/places/new',
  place: (code: string) => `/places/${code}`,
} as const;

/** The sign-in page that leads back to where somebody was. */
export function signInPath(back: string): string {
  return back === paths.home ? paths.signIn : `${paths.signIn}?back=${encodeURIComponent(back)}`;
}

/** A page of our own to go back to; whatever leads to another site becomes the start page. */
export function safeReturnPath(wanted: string | null, origin: string): string {
  // A backslash is a slash to browsers; control characters are dropped by them.
  if (!wanted?.startsWith('/') || !URL.canParse(wanted, origin)) return paths.home;
  const url = new URL(wanted, origin);
  if (url.origin !== origin || url.pathname.startsWith('//') || url.pathname === paths.signIn)
    return paths.home;
  return `${url.pathname}${url.search}${url.hash}`;
}
