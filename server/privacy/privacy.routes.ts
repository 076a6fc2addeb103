import { privacy } from '../../shared/contracts/privacy.ts';
import { type Route, route } from '../platform/http/route.ts';
import { listPeopleInLog, showAccessLog } from './privacy.service.ts';

/** The log is written by accounts; what it speaks of lies in areas above, and so does who reads it out. */
export const privacyRoutes: Route[] = [
  route(privacy.listAccessLog, ({ context, actor, origin, query }) =>
    showAccessLog(context, actor, origin, query),
  ),
  route(privacy.listReaders, ({ context }) => listPeopleInLog(context)),
];
