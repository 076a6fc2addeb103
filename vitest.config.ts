import { defineConfig } from 'vitest/config';
import LongestFirst from './test/run/longest-first.ts';

/** What needs a Postgres. Three files at a time on two processors: much of it waits for processes to start and end. */
const withPostgres = {
  globalSetup: 'test/support/global-setup.ts',
  pool: 'forks',
  maxWorkers: 3,
  testTimeout: 60_000,
  hookTimeout: 120_000,
} as const;

/**
 * What runs where. The groups come one after another, so that a browser never waits for a processor that four
 * servers under test keep busy.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          maxWorkers: 2,
          include: ['{server,client,shared}/**/*.test.{ts,tsx}'],
          exclude: ['client/src/scan/**'],
          testTimeout: 20_000,
          // Functions without a state: half of the time went into loading for each file anew.
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'decode',
          maxWorkers: 2,
          // One of the readers puts stand-ins for a page into its world, which others would take for a page.
          include: ['client/src/scan/**/*.test.ts', 'test/decode/**/*.test.ts'],
          testTimeout: 20_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'house',
          maxWorkers: 2,
          include: ['test/{house,run}/**/*.test.ts'],
          testTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...withPostgres,
          name: 'server',
          include: ['test/**/*.test.ts'],
          exclude: ['test/{house,run,browser,bench,decode,labels,embedded-postgres,whole}/**'],
          // The product is loaded once for each worker and not for each file: a third of the time. Its tests know no
          // state outside a database, and each file has its own.
          isolate: false,
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          ...withPostgres,
          name: 'whole',
          include: ['test/{embedded-postgres,whole}/**/*.test.ts'],
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          ...withPostgres,
          name: 'labels',
          include: ['test/labels/**/*.test.ts'],
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          ...withPostgres,
          name: 'browser',
          // A browser, a server and a Postgres each.
          maxWorkers: 2,
          include: ['test/browser/**/*.test.ts'],
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
});
