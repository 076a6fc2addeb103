import { mailings } from '../../shared/contracts/mailings.ts';
import { type Route, route } from '../platform/http/route.ts';
import * as service from './mailings.service.ts';

export const mailingsRoutes: Route[] = [
  route(mailings.issue, async ({ context, actor, origin, query, body, reply }) => {
    if (query.dryRun) {
      reply.nothingMade();
      return service.previewMailing(context, body);
    }
    const { id, documents, job } = await service.issueMailing(context, actor, origin, body);
    if (job === undefined) return { id, documents };
    reply.accepted(job);
    return { id, documents, job };
  }),
  route(mailings.list, ({ context, origin, query }) => service.listMailings(context, origin.language, query)),
  route(mailings.get, ({ context, origin, params }) =>
    service.showMailing(context, params.id, origin.language),
  ),
  route(mailings.listDocuments, ({ context, actor, origin, params, query }) =>
    service.listMailingPapers(context, actor, origin, params.id, query),
  ),
  route(mailings.saveDocuments, ({ context, actor, origin, params, query, reply }) =>
    service.savePapers(context, actor, origin, params.id, query, reply.file),
  ),
  route(mailings.merge, ({ context, actor, origin, params, reply }) =>
    service.saveMergeData(context, actor, origin, params.id, reply.file),
  ),
  route(mailings.markMailed, async ({ context, actor, origin, params, body, reply }) => {
    const job = await service.markMailed(context, actor, params.id, body.at);
    if (job !== undefined) reply.accepted(job);
    return service.showMailing(context, params.id, origin.language);
  }),
  route(mailings.cancel, async ({ context, actor, origin, params }) => {
    await service.cancelMailing(context, actor, params.id);
    return service.showMailing(context, params.id, origin.language);
  }),
  route(mailings.close, async ({ context, origin, params }) => {
    await service.closeMailing(context, params.id);
    return service.showMailing(context, params.id, origin.language);
  }),
];
