import 'i18next';
import type { accounts } from './en/accounts.ts';
import type { common } from './en/common.ts';
import type { jobs } from './en/jobs.ts';
import type { organisation } from './en/organisation.ts';
import type { system } from './en/system.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      common: typeof common;
      accounts: typeof accounts;
      organisation: typeof organisation;
      jobs: typeof jobs;
      system: typeof system;
    };
  }
}
