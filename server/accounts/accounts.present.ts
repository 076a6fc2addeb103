import type { SessionView, SignedInView, UserView } from '../../shared/contracts/accounts.ts';
import type { Language } from '../../shared/contracts/fields.ts';
import type { AccessLogEntryView } from '../../shared/contracts/privacy.ts';
import { type Permission, permissions, type Role } from '../../shared/permissions.ts';
import type { AccessRow } from './access-log.queries.ts';
import { sessionLimits } from './accounts.rules.ts';
import type { ApiKeyRow } from './api-keys.queries.ts';
import type { UserRow } from './users.queries.ts';

const iso = (time: Date | null) => time?.toISOString() ?? null;

export function presentUser(user: UserRow): UserView {
  return {
    id: user.id,
    email: user.email,
    name: user.name,
    roles: user.roles as Role[],
    language: user.language as Language | null,
    active: user.deactivatedAt === null,
    hasPassword: user.passwordHash !== null,
    createdAt: user.createdAt.toISOString(),
    lastSignInAt: iso(user.lastSignInAt),
  };
}

export function presentSignedIn(user: UserRow, held: ReadonlySet<Permission>): SignedInView {
  return { user: presentUser(user), permissions: permissions.filter((permission) => held.has(permission)) };
}

interface SessionRow {
  id: string;
  startedAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  ip: string;
  userAgent: string;
}

export function presentSession(session: SessionRow, currentId: string | undefined): SessionView {
  const idleEnd = session.lastSeenAt.getTime() + sessionLimits.idle;
  return {
    id: session.id,
    current: session.id === currentId,
    startedAt: session.startedAt.toISOString(),
    lastSeenAt: session.lastSeenAt.toISOString(),
    expiresAt: new Date(Math.min(idleEnd, session.expiresAt.getTime())).toISOString(),
    ip: session.ip,
    userAgent: session.userAgent,
  };
}

export function presentApiKey(key: ApiKeyRow) {
  return {
    id: key.id,
    name: key.name,
    prefix: key.prefix,
    scopes: key.scopes as Permission[],
    owner: { id: key.ownerId, name: key.ownerName },
    createdAt: key.createdAt.toISOString(),
    expiresAt: key.expiresAt.toISOString(),
    lastUsedAt: iso(key.lastUsedAt),
    revokedAt: iso(key.revokedAt),
  };
}

export function presentAccess(row: AccessRow): AccessLogEntryView {
  const { subjectKind, subjectId } = row;
  return {
    id: row.id,
    at: row.at.toISOString(),
    by: { id: row.userId, name: row.userName ?? row.userId },
    apiKeyId: row.apiKeyId,
    action: row.action,
    subject:
      subjectKind !== null && subjectId !== null
        ? {
            kind: subjectKind,
            id: subjectId,
            name: row.subjectName,
            ref: null,
            gone: subjectKind === 'user' && row.subjectName === null,
          }
        : null,
    ip: row.ip,
    requestId: row.requestId,
  };
}
