import { labels } from '../../shared/contracts/labels.ts';
import { type Route, route } from '../platform/http/route.ts';
import * as service from './labels.service.ts';

export const labelsRoutes: Route[] = [
  route(labels.ofMailing, async ({ context, actor, origin, params, query, reply }) => {
    const printing = await service.planMailingLabels(context, actor, origin, params.id, query);
    await service.savePdf(context, origin, printing, reply.file);
  }),
  route(labels.previewOfMailing, async ({ context, actor, origin, params, query, reply }) => {
    const printing = await service.planMailingLabels(context, actor, origin, params.id, query);
    await service.savePreview(printing, reply.file);
  }),
  route(labels.ofPlaces, async ({ context, origin, query, reply }) => {
    await service.savePdf(context, origin, await service.planPlaceLabels(context, query), reply.file);
  }),
  route(labels.previewOfPlaces, async ({ context, query, reply }) => {
    await service.savePreview(await service.planPlaceLabels(context, query), reply.file);
  }),
  route(labels.commandSheet, async ({ context, origin, query, reply }) => {
    await service.savePdf(context, origin, await service.planCommandSheet(context, query), reply.file);
  }),
  route(labels.previewOfCommands, async ({ context, query, reply }) => {
    await service.savePreview(await service.planCommandSheet(context, query), reply.file);
  }),
  route(labels.stationLabel, async ({ context, origin, query, reply }) => {
    await service.savePreview(await service.planStationLabel(context, origin.language, query), reply.file);
  }),
  route(labels.practicePage, async ({ context, origin, query, reply }) => {
    const printing = await service.planPracticePage(context, origin.language, query);
    await service.savePdf(context, origin, printing, reply.file);
  }),
  route(labels.testPage, async ({ context, origin, query, reply }) => {
    const printing = await service.planTestPage(context, origin.language, query);
    await service.savePdf(context, origin, printing, reply.file);
  }),
];
