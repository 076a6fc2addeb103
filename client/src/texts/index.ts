import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../../shared/contracts/fields.ts';

export type Catalogue =
  | 'common'
  | 'parts'
  | 'accounts'
  | 'organisation'
  | 'jobs'
  | 'system'
  | 'customers'
  | 'dossiers'
  | 'guide'
  | 'help'
  | 'manual'
  | 'documents'
  | 'labels'
  | 'mailings'
  | 'places'
  | 'scan'
  | 'scanning';

// One file an area and language, loaded with the first page that needs it.
const files: Record<Language, Record<Catalogue, () => Promise<object>>> = {
  en: {
    common: () => import('./en/common.ts').then((module) => module.common),
    parts: () => import('./en/parts.ts').then((module) => module.parts),
    accounts: () => import('./en/accounts.ts').then((module) => module.accounts),
    organisation: () => import('./en/organisation.ts').then((module) => module.organisation),
    jobs: () => import('./en/jobs.ts').then((module) => module.jobs),
    system: () => import('./en/system.ts').then((module) => module.system),
    customers: () => import('./en/customers.ts').then((module) => module.customers),
    dossiers: () => import('./en/dossiers.ts').then((module) => module.dossiers),
    documents: () => import('./en/documents.ts').then((module) => module.documents),
    guide: () => import('./en/guide.ts').then((module) => module.guide),
    help: () => import('./en/help.ts').then((module) => module.help),
    manual: () => import('./en/manual.ts').then((module) => module.manual),
    labels: () => import('./en/labels.ts').then((module) => module.labels),
    mailings: () => import('./en/mailings.ts').then((module) => module.mailings),
    places: () => import('./en/places.ts').then((module) => module.places),
    scan: () => import('./en/scan.ts').then((module) => module.scan),
    scanning: () => import('./en/scanning.ts').then((module) => module.scanning),
  },
  nl: {
    common: () => import('./nl/common.ts').then((module) => module.common),
    parts: () => import('./nl/parts.ts').then((module) => module.parts),
    accounts: () => import('./nl/accounts.ts').then((module) => module.accounts),
    organisation: () => import('./nl/organisation.ts').then((module) => module.organisation),
    jobs: () => import('./nl/jobs.ts').then((module) => module.jobs),
    system: () => import('./nl/system.ts').then((module) => module.system),
    customers: () => import('./nl/customers.ts').then((module) => module.customers),
    dossiers: () => import('./nl/dossiers.ts').then((module) => module.dossiers),
    documents: () => import('./nl/documents.ts').then((module) => module.documents),
    guide: () => import('./nl/guide.ts').then((module) => module.guide),
    help: () => import('./nl/help.ts').then((module) => module.help),
    manual: () => import('./nl/manual.ts').then((module) => module.manual),
    labels: () => import('./nl/labels.ts').then((module) => module.labels),
    mailings: () => import('./nl/mailings.ts').then((module) => module.mailings),
    places: () => import('./nl/places.ts').then((module) => module.places),
    scan: () => import('./nl/scan.ts').then((module) => module.scan),
    scanning: () => import('./nl/scanning.ts').then((module) => module.scanning),
  },
};

const used = new Set<Catalogue>(['common', 'parts']);

async function load(language: Language, catalogue: Catalogue): Promise<void> {
  if (i18next.hasResourceBundle(language, catalogue)) return;
  i18next.addResourceBundle(language, catalogue, await files[language][catalogue]());
}

export async function startTexts(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'common',
    resources: {},
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await Promise.all([...used].map((catalogue) => load(language, catalogue)));
}

/** Before a page of this area is shown. */
export async function loadTexts(catalogue: Catalogue): Promise<void> {
  used.add(catalogue);
  await load(i18next.language as Language, catalogue);
}

/**
 * All that has been on the screen so far comes in the other language, then the screens change over at once. Says whether
 * it is another one.
 */
export async function speak(language: Language): Promise<boolean> {
  await Promise.all([...used].map((catalogue) => load(language, catalogue)));
  const isAnother = i18next.language !== language;
  // First, since what the screens ask for as they change over is asked for in it.
  document.documentElement.lang = language;
  if (isAnother) await i18next.changeLanguage(language);
  return isAnother;
}
