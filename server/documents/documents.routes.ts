import { documents } from '../../shared/contracts/documents.ts';
import { type Route, route } from '../platform/http/route.ts';
import * as service from './documents.service.ts';

export const documentsRoutes: Route[] = [
  route(documents.get, ({ context, actor, origin, params }) =>
    service.showDocument(context, actor, origin, params.code),
  ),
  route(documents.listEvents, ({ context, params }) => service.listEventsOf(context, params.code)),
  route(documents.changeKeyPoints, ({ context, actor, origin, params, body }) =>
    service.changeKeyPoints(context, actor, origin, params.code, body),
  ),
  route(documents.cancel, ({ context, actor, origin, params }) =>
    service.cancelPaper(context, actor, origin, params.code),
  ),
  route(documents.reportMissing, ({ context, actor, origin, params }) =>
    service.reportPaperMissing(context, actor, origin, params.code),
  ),
];
