import { dossiers } from '../../shared/contracts/dossiers.ts';
import { type Route, route } from '../platform/http/route.ts';
import { openDossier } from './dossiers.service.ts';

export const dossiersRoutes: Route[] = [
  route(dossiers.get, ({ context, actor, origin, params }) => openDossier(context, actor, origin, params.id)),
];
