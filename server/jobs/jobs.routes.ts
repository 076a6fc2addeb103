import { jobs } from '../../shared/contracts/jobs.ts';
import { type Route, route } from '../platform/http/route.ts';
import { cancelJob, getJob, listJobsFor } from './jobs.service.ts';

export const jobsRoutes: Route[] = [
  route(jobs.list, ({ context, actor, query }) => listJobsFor(context, actor, query)),
  route(jobs.get, ({ context, actor, params }) => getJob(context, actor, params.id)),
  route(jobs.cancel, ({ context, actor, params }) => cancelJob(context, actor, params.id)),
];
