import { places } from '../../shared/contracts/places.ts';
import { type Route, route } from '../platform/http/route.ts';
import * as service from './places.service.ts';

export const placesRoutes: Route[] = [
  route(places.listTop, ({ context, query }) => service.listPlaces(context, query)),
  route(places.addLocation, ({ context, actor, body }) => service.addLocation(context, actor, body)),
  route(places.addContainer, ({ context, actor, body, origin }) =>
    service.addContainer(context, actor, body, origin.language),
  ),
  route(places.addRow, ({ context, actor, body }) => service.addRow(context, actor, body)),
  route(places.get, ({ context, params }) => service.showPlace(context, params.code)),
  route(places.change, ({ context, actor, params, body }) =>
    service.changePlace(context, actor, params.code, body),
  ),
  route(places.remove, ({ context, actor, params }) => service.removePlace(context, actor, params.code)),
];
