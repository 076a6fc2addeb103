import { system } from '../../shared/contracts/system.ts';
import { type Route, route } from '../platform/http/route.ts';
import { getSystem } from './system.service.ts';

export const systemRoutes: Route[] = [route(system.get, ({ context }) => getSystem(context))];
