import { accountsRoutes } from './accounts/accounts.routes.ts';
import { cleanUpAccounts } from './accounts/clean-up.ts';
import { contentsRoutes } from './contents/contents.routes.ts';
import { customersRoutes } from './customers/customers.routes.ts';
import { cleanUpImports, importLargeFile } from './customers/import-job.ts';
import { documentsRoutes } from './documents/documents.routes.ts';
import { makePartitionsJob } from './documents/documents.service.ts';
import { dossiersRoutes } from './dossiers/dossiers.routes.ts';
import { guideRoutes } from './guide/guide.routes.ts';
import { jobsRoutes } from './jobs/jobs.routes.ts';
import { labelsRoutes } from './labels/labels.routes.ts';
import { mailingsRoutes } from './mailings/mailings.routes.ts';
import { mailingJobs, mailingTicks } from './mailings/mailings.service.ts';
import { organisationRoutes } from './organisation/organisation.routes.ts';
import { placesRoutes } from './places/places.routes.ts';
import type { Route } from './platform/http/route.ts';
import type { JobKind, Tick } from './platform/jobs/job-kind.ts';
import { privacyRoutes } from './privacy/privacy.routes.ts';
import { processesRoutes } from './processes/processes.routes.ts';
import { scanningRoutes } from './scanning/scanning.routes.ts';
import { forgetScansJob } from './scanning/scanning.service.ts';
import { systemRoutes } from './system/system.routes.ts';

/** Every route of every area. One that is missing here stops the start: its contract has no route. */
export const routes: readonly Route[] = [
  ...accountsRoutes,
  ...organisationRoutes,
  ...jobsRoutes,
  ...systemRoutes,
  ...processesRoutes,
  ...customersRoutes,
  ...placesRoutes,
  ...documentsRoutes,
  ...contentsRoutes,
  ...mailingsRoutes,
  ...labelsRoutes,
  ...dossiersRoutes,
  ...scanningRoutes,
  ...guideRoutes,
  ...privacyRoutes,
];

/** Every kind of background work. */
export const jobKinds: readonly JobKind[] = [
  cleanUpAccounts,
  importLargeFile,
  cleanUpImports,
  makePartitionsJob,
  ...mailingJobs,
  forgetScansJob,
];

/** What the process that runs the jobs does every so often. */
export const ticks: readonly Tick[] = mailingTicks;
