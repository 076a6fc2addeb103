import { guide } from '../../shared/contracts/guide.ts';
import { type Route, route } from '../platform/http/route.ts';
import { changeGuide, getGuide } from './guide.service.ts';

export const guideRoutes: Route[] = [
  route(guide.get, ({ context, actor }) => getGuide(context, actor)),
  route(guide.change, ({ context, actor, body }) => changeGuide(context, actor, body)),
];
