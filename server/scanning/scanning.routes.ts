import { scanning } from '../../shared/contracts/scanning.ts';
import { type Route, route } from '../platform/http/route.ts';
import * as service from './scanning.service.ts';

export const scanningRoutes: Route[] = [
  route(scanning.book, ({ context, actor, origin, body }) => service.bookScans(context, actor, origin, body)),
  route(scanning.listExceptions, ({ context, origin, query }) =>
    service.listExceptions(context, query, origin.language),
  ),
  route(scanning.settle, ({ context, actor, origin, params, body }) =>
    service.settleException(context, actor, params.id, body, origin.language),
  ),
  route(scanning.listRefused, ({ context, query }) => service.listRefusals(context, query)),
];
