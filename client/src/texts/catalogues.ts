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
export const catalogues: Record<Language, Record<Catalogue, () => Promise<object>>> = {
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
