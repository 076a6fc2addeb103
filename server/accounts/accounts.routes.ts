import { accounts } from '../../shared/contracts/accounts.ts';
import { type ReplyControls, type Route, route } from '../platform/http/route.ts';
import * as service from './accounts.service.ts';

/** Starts the browser's session: the token goes into the cookie, the rest into the body. */
function begin(reply: ReplyControls, { token, expires, signedIn }: service.OpenedSession) {
  reply.sessionCookie(token, expires);
  return signedIn;
}

export const accountsRoutes: Route[] = [
  route(accounts.signIn, async ({ context, body, actor, origin, reply }) => {
    const opened = await service.signIn(context, body, origin);
    await service.signOut(context, actor);
    return begin(reply, opened);
  }),
  route(accounts.getSession, ({ context, actor }) => service.getSignedIn(context, actor)),
  route(accounts.signOut, async ({ context, actor, reply }) => {
    await service.signOut(context, actor);
    reply.sessionCookie(undefined);
  }),
  route(accounts.changeOwnDetails, ({ context, actor, body }) =>
    service.changeOwnDetails(context, actor, body),
  ),
  route(accounts.changeOwnPassword, ({ context, actor, body, origin }) =>
    service.changeOwnPassword(context, actor, body, origin),
  ),
  route(accounts.listOwnSessions, ({ context, actor }) => service.listOwnSessions(context, actor)),
  route(accounts.endOwnSession, ({ context, actor, params }) =>
    service.endSession(context, actor.userId, params.id),
  ),
  route(accounts.endOtherSessions, ({ context, actor }) =>
    service.endSessionsOf(context, actor.userId, actor.sessionId),
  ),

  route(accounts.listUsers, ({ context, actor, origin, query }) =>
    service.listPeople(context, actor, origin, query),
  ),
  route(accounts.addUser, ({ context, body }) => service.addUser(context, body)),
  route(accounts.getUser, ({ context, actor, origin, params }) =>
    service.showUser(context, actor, origin, params.id),
  ),
  route(accounts.changeUser, ({ context, params, body }) => service.changeUser(context, params.id, body)),
  route(accounts.listUserSessions, ({ context, actor, origin, params }) =>
    service.showSessions(context, actor, origin, params.id),
  ),
  route(accounts.endUserSessions, ({ context, params }) => service.endSessionsOf(context, params.id)),

  route(accounts.makePasswordLink, ({ context, actor, params, origin }) =>
    service.makePasswordLink(context, params.id, actor.userId, origin.baseUrl),
  ),
  route(accounts.readPasswordLink, ({ context, body, origin }) =>
    service.readPasswordLink(context, body.token, origin),
  ),
  route(accounts.usePasswordLink, async ({ context, body, origin, reply }) =>
    begin(reply, await service.redeemPasswordLink(context, body, origin)),
  ),

  route(accounts.listApiKeys, ({ context, query }) => service.listKeys(context, query)),
  route(accounts.addApiKey, ({ context, actor, body }) => service.addApiKey(context, actor, body)),
  route(accounts.revokeApiKey, ({ context, params }) => service.revokeKey(context, params.id)),
];
