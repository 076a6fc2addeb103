import { timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { DomainError } from '../../shared/errors.ts';
import { permissionsOf, type Role } from '../../shared/permissions.ts';
import type { Context } from '../platform/context.ts';
import type { Actor } from '../platform/http/actor.ts';
import { readSessionCookie } from '../platform/http/session-cookie.ts';
import { isSessionOver, keyPermissions, sessionLimits } from './accounts.rules.ts';
import { findApiKey, touchApiKey } from './api-keys.queries.ts';
import { knownKeys, knownSessions } from './known-callers.ts';
import { findKeyPrefix, hashToken } from './secrets.ts';
import { findSession, touchSession } from './sessions.queries.ts';

/**
 * Who makes this call: the bearer of an API key, or the person of the session cookie; undefined where neither is
 * sent or the session is over. A key that is sent and is not valid is refused, also where nobody need be signed in.
 */
export async function authenticate(context: Context, request: Request): Promise<Actor | undefined> {
  const header = request.get('authorization');
  if (header !== undefined) return authenticateKey(context, header);
  const token = readSessionCookie(request);
  return token === undefined ? undefined : authenticateSession(context, token);
}

async function authenticateSession({ db, clock }: Context, token: string): Promise<Actor | undefined> {
  const tokenHash = hashToken(token);
  const session = await knownSessions.get(db, tokenHash.toString('base64'), () => findSession(db, tokenHash));
  const now = clock.now();
  if (!session || session.deactivatedAt !== null || isSessionOver(session, now)) return undefined;
  const unseen = now.getTime() - session.lastSeenAt.getTime();
  if (unseen >= sessionLimits.touch) {
    await touchSession(db, session.id, now);
    session.lastSeenAt = now;
  }
  const roles = session.roles as Role[];
  return {
    userId: session.userId,
    roles,
    permissions: new Set(permissionsOf(roles)),
    sessionId: session.id,
    apiKeyId: undefined,
  };
}

async function authenticateKey({ db, clock }: Context, header: string): Promise<Actor> {
  const key = /^Bearer +(\S{1,200})$/i.exec(header)?.[1] ?? '';
  const prefix = findKeyPrefix(key);
  const known =
    prefix === undefined ? undefined : await knownKeys.get(db, prefix, () => findApiKey(db, prefix));
  const now = clock.now();
  const right = known !== undefined && timingSafeEqual(known.secretHash, hashToken(key));
  if (!right || known.revokedAt !== null || known.deactivatedAt !== null || known.expiresAt <= now) {
    throw new DomainError(
      'api-key-invalid',
      'The API key is unknown, revoked or past its date, or its owner is no longer active. Ask an administrator for a new one.',
    );
  }
  const unused =
    known.lastUsedAt === null ? Number.POSITIVE_INFINITY : now.getTime() - known.lastUsedAt.getTime();
  if (unused >= sessionLimits.touch) {
    await touchApiKey(db, known.id, now);
    known.lastUsedAt = now;
  }
  const roles = known.roles as Role[];
  return {
    userId: known.userId,
    roles,
    permissions: keyPermissions(known.scopes, roles),
    sessionId: undefined,
    apiKeyId: known.id,
  };
}
