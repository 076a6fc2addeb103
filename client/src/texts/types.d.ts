import 'i18next';
import type { accounts } from './en/accounts.ts';
import type { common } from './en/common.ts';
import type { customers } from './en/customers.ts';
import type { documents } from './en/documents.ts';
import type { dossiers } from './en/dossiers.ts';
import type { guide } from './en/guide.ts';
import type { help } from './en/help.ts';
import type { jobs } from './en/jobs.ts';
import type { labels } from './en/labels.ts';
import type { mailings } from './en/mailings.ts';
import type { manual } from './en/manual.ts';
import type { organisation } from './en/organisation.ts';
import type { parts } from './en/parts.ts';
import type { places } from './en/places.ts';
import type { scan } from './en/scan.ts';
import type { scanning } from './en/scanning.ts';
import type { system } from './en/system.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      common: typeof common;
      parts: typeof parts;
      accounts: typeof accounts;
      organisation: typeof organisation;
      jobs: typeof jobs;
      system: typeof system;
      scan: typeof scan;
      places: typeof places;
      scanning: typeof scanning;
      labels: typeof labels;
      mailings: typeof mailings;
      documents: typeof documents;
      dossiers: typeof dossiers;
      customers: typeof customers;
      guide: typeof guide;
      help: typeof help;
      manual: typeof manual;
    };
  }
}
