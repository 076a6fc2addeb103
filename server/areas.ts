import { accountsRoutes } from './accounts/accounts.routes.ts';
import { cleanUpAccounts } from './accounts/clean-up.ts';
import { jobsRoutes } from './jobs/jobs.routes.ts';
import { organisationRoutes } from './organisation/organisation.routes.ts';
import type { Route } from './platform/http/route.ts';
import type { JobKind } from './platform/jobs/job-kind.ts';
import { systemRoutes } from './system/system.routes.ts';

/** Every route of every area. One that is missing here stops the start: its contract has no route. */
export const routes: readonly Route[] = [
  ...accountsRoutes,
  ...organisationRoutes,
  ...jobsRoutes,
  ...systemRoutes,
];

/** Every kind of background work. */
export const jobKinds: readonly JobKind[] = [cleanUpAccounts];
