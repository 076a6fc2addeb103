import { z } from 'zod';
import { DomainError } from '../../shared/errors.ts';
import type { Context } from '../platform/context.ts';
import type { Actor, Origin } from '../platform/http/actor.ts';
import { pageOf, readCursor } from '../platform/http/cursor.ts';
import { listAccess } from './access-log.queries.ts';
import {
  presentAccess,
  presentApiKey,
  presentSession,
  presentSignedIn,
  presentUser,
} from './accounts.present.ts';
import { sessionLimits } from './accounts.rules.ts';
import { listApiKeys } from './api-keys.queries.ts';
import { getUser } from './get-user.ts';
import { recordAccess } from './record-access.ts';
import { deleteSessions, listSessions } from './sessions.queries.ts';
import { listUsers, updateUser } from './users.queries.ts';

/** People, sessions, keys and the access log. Use cases of more than a step have a file of their own beside this. */
export { listReaders } from './access-log.queries.ts';
export { addApiKey, revokeKey } from './api-keys.ts';
export { authenticate } from './authenticate.ts';
export {
  changeOwnPassword,
  makePasswordLink,
  readPasswordLink,
  redeemPasswordLink,
} from './change-password.ts';
export { addUser, changeUser } from './change-user.ts';
export {
  ensureAdministrator,
  hasAdministrator,
  makeSetupLink,
  setUpAdministrator,
} from './first-administrator.ts';
export { recordAccess } from './record-access.ts';
export { type OpenedSession, signIn } from './sign-in.ts';
export { findUserByEmail } from './users.queries.ts';

export async function getSignedIn({ db }: Context, actor: Actor) {
  return presentSignedIn(await getUser(db, actor.userId), actor.permissions);
}

/** Ends the session that makes the call; also well where there is none. */
export async function signOut({ db }: Context, actor: Actor | undefined): Promise<void> {
  if (actor?.sessionId !== undefined) await deleteSessions(db, { userId: actor.userId, id: actor.sessionId });
}

export async function changeOwnDetails(
  { db }: Context,
  actor: Actor,
  { name, language }: { name?: string | undefined; language?: 'en' | 'nl' | null | undefined },
) {
  const change = { ...(name === undefined ? {} : { name }), ...(language === undefined ? {} : { language }) };
  return presentUser(await updateUser(db, actor.userId, change));
}

export async function showUser(context: Context, actor: Actor, origin: Origin, id: string) {
  const user = await getUser(context.db, id);
  await recordAccess(context, actor, origin, {
    action: 'accounts.person-seen',
    subject: { kind: 'user', id },
  });
  return presentUser(user);
}

const userKey = z.object({ name: z.string(), id: z.uuid() });

interface PeopleQuery {
  query?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

export async function listPeople(context: Context, actor: Actor, origin: Origin, asked: PeopleQuery) {
  const { query, cursor, limit } = asked;
  const search = query?.trim() || undefined;
  await recordAccess(context, actor, origin, { action: 'accounts.people-listed' });
  const found = await listUsers(context.db, { search, after: readCursor(userKey, cursor), limit });
  const page = pageOf(found, limit, (user) => ({ name: user.sortName, id: user.id }));
  return { items: page.rows.map(presentUser), nextCursor: page.nextCursor };
}

export function listOwnSessions(context: Context, actor: Actor) {
  return listSessionsOf(context, actor.userId, actor.sessionId);
}

/** Somebody else's sessions. Throws `not-found`. */
export async function showSessions(context: Context, actor: Actor, origin: Origin, userId: string) {
  await getUser(context.db, userId);
  const subject = { kind: 'user', id: userId };
  await recordAccess(context, actor, origin, { action: 'accounts.sessions-seen', subject });
  return listSessionsOf(context, userId, actor.sessionId);
}

async function listSessionsOf({ db, clock }: Context, userId: string, currentId: string | undefined) {
  const now = clock.now();
  const rows = await listSessions(db, userId, new Date(now.getTime() - sessionLimits.idle), now);
  return { items: rows.map((row) => presentSession(row, currentId)), nextCursor: null };
}

export async function endSession({ db }: Context, userId: string, id: string): Promise<void> {
  if ((await deleteSessions(db, { userId, id })) > 0) return;
  throw new DomainError('not-found', 'There is no such session (any more).');
}

export async function endSessionsOf({ db }: Context, userId: string, butId?: string): Promise<void> {
  await getUser(db, userId);
  await deleteSessions(db, { userId, butId });
}

const idKey = z.object({ id: z.uuid() });

export async function listKeys(
  { db }: Context,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const page = pageOf(await listApiKeys(db, readCursor(idKey, cursor)?.id, limit), limit, ({ id }) => ({
    id,
  }));
  return { items: page.rows.map(presentApiKey), nextCursor: page.nextCursor };
}

export interface AccessQuery {
  user?: string | undefined;
  action?: string | undefined;
  subject?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** Reading the log is a look at personal data too, and stands in it. Names colleagues; other subjects by id alone. */
export async function listAccessLog(context: Context, actor: Actor, origin: Origin, query: AccessQuery) {
  const { user, action, subject, from, to, cursor, limit } = query;
  const before = readCursor(idKey, cursor)?.id;
  await recordAccess(context, actor, origin, { action: 'accounts.access-log-read' });
  const rows = await listAccess(context.db, { user, action, subject, from, to, before, limit });
  const page = pageOf(rows, limit, ({ id }) => ({ id }));
  return { items: page.rows.map(presentAccess), nextCursor: page.nextCursor };
}
