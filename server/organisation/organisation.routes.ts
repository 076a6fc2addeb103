import { organisation } from '../../shared/contracts/organisation.ts';
import { type Route, route } from '../platform/http/route.ts';
import { changeOrganisation, getOrganisation, getSettings, setUp } from './organisation.service.ts';

export const organisationRoutes: Route[] = [
  route(organisation.get, ({ context }) => getOrganisation(context)),
  route(organisation.getSettings, ({ context }) => getSettings(context.db)),
  route(organisation.change, ({ context, body }) => changeOrganisation(context, body)),
  route(organisation.setUp, async ({ context, body, origin, reply }) => {
    const { token, expires, signedIn } = await setUp(context, body, origin);
    reply.sessionCookie(token, expires);
    return signedIn;
  }),
];
