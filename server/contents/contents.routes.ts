import { contents } from '../../shared/contracts/contents.ts';
import { type Route, route } from '../platform/http/route.ts';
import { listContents } from './contents.service.ts';

export const contentsRoutes: Route[] = [
  route(contents.list, ({ context, actor, origin, params, query }) =>
    listContents(context, actor, origin, params.code, query),
  ),
];
