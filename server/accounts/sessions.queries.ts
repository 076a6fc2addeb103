import type { Queries } from '../platform/db/database.ts';
import { prepared } from '../platform/db/prepared.ts';
import { forgetCallers } from './known-callers.ts';

/** The session of a token with the person it belongs to, over or not. */
export function findSession(db: Queries, tokenHash: Buffer) {
  return db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.userId')
    .select(['sessions.id', 'sessions.userId', 'sessions.lastSeenAt', 'sessions.expiresAt'])
    .select(['users.roles', 'users.deactivatedAt'])
    .where('sessions.tokenHash', '=', tokenHash)
    .modifyEnd(prepared)
    .executeTakeFirst();
}

interface NewSession {
  tokenHash: Buffer;
  userId: string;
  method: 'password' | 'link' | 'setup';
  startedAt: Date;
  expiresAt: Date;
  ip: string;
  userAgent: string;
}

export async function insertSession(db: Queries, session: NewSession): Promise<void> {
  await db
    .insertInto('sessions')
    .values({ ...session, lastSeenAt: session.startedAt })
    .execute();
}

export async function touchSession(db: Queries, id: string, now: Date): Promise<void> {
  await db.updateTable('sessions').set({ lastSeenAt: now }).where('id', '=', id).execute();
}

export function listSessions(db: Queries, userId: string, seenAfter: Date, now: Date) {
  return db
    .selectFrom('sessions')
    .select(['id', 'startedAt', 'lastSeenAt', 'expiresAt', 'ip', 'userAgent'])
    .where('userId', '=', userId)
    .where('lastSeenAt', '>', seenAfter)
    .where('expiresAt', '>', now)
    .orderBy('startedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
    .execute();
}

/** How many were there. */
export async function deleteSessions(
  db: Queries,
  which: { userId: string; id?: string; butId?: string | undefined },
): Promise<number> {
  forgetCallers();
  let query = db.deleteFrom('sessions').where('userId', '=', which.userId);
  if (which.id !== undefined) query = query.where('id', '=', which.id);
  if (which.butId !== undefined) query = query.where('id', '!=', which.butId);
  return Number((await query.executeTakeFirst()).numDeletedRows);
}

/** Sessions past either limit. How many were there. */
export async function deleteSessionsOver(db: Queries, now: Date, seenBefore: Date): Promise<number> {
  const result = await db
    .deleteFrom('sessions')
    .where((eb) => eb.or([eb('expiresAt', '<=', now), eb('lastSeenAt', '<=', seenBefore)]))
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
