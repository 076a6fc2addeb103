import type { Queries } from '../platform/db/database.ts';
import { forgetCallers } from './known-callers.ts';

const columns = [
  'apiKeys.id',
  'apiKeys.prefix',
  'apiKeys.name',
  'apiKeys.scopes',
  'apiKeys.createdAt',
  'apiKeys.expiresAt',
  'apiKeys.lastUsedAt',
  'apiKeys.revokedAt',
  'users.id as ownerId',
  'users.name as ownerName',
] as const;

export type ApiKeyRow = Awaited<ReturnType<typeof listApiKeys>>[number];

/** With what is needed to let a call in. */
export function findApiKey(db: Queries, prefix: string) {
  return db
    .selectFrom('apiKeys')
    .innerJoin('users', 'users.id', 'apiKeys.userId')
    .select(['apiKeys.id', 'apiKeys.userId', 'apiKeys.secretHash', 'apiKeys.scopes', 'apiKeys.expiresAt'])
    .select(['apiKeys.revokedAt', 'apiKeys.lastUsedAt', 'users.roles', 'users.deactivatedAt'])
    .where('apiKeys.prefix', '=', prefix)
    .executeTakeFirst();
}

/** Newest first; one row more than `limit` where there are more. */
export function listApiKeys(db: Queries, before: string | undefined, limit: number) {
  let query = db.selectFrom('apiKeys').innerJoin('users', 'users.id', 'apiKeys.userId').select(columns);
  if (before !== undefined) query = query.where('apiKeys.id', '<', before);
  return query
    .orderBy('apiKeys.id', 'desc')
    .limit(limit + 1)
    .execute();
}

interface NewApiKey {
  prefix: string;
  secretHash: Buffer;
  name: string;
  scopes: string[];
  userId: string;
  createdAt: Date;
  expiresAt: Date;
}

export function insertApiKey(db: Queries, key: NewApiKey): Promise<ApiKeyRow> {
  return db
    .with('made', (made) => made.insertInto('apiKeys').values(key).returningAll())
    .selectFrom('made as apiKeys')
    .innerJoin('users', 'users.id', 'apiKeys.userId')
    .select(columns)
    .executeTakeFirstOrThrow();
}

export async function touchApiKey(db: Queries, id: string, now: Date): Promise<void> {
  await db.updateTable('apiKeys').set({ lastUsedAt: now }).where('id', '=', id).execute();
}

/** False where there is no such key; revoking twice keeps the first moment. */
export async function revokeApiKey(db: Queries, id: string, now: Date): Promise<boolean> {
  forgetCallers();
  const result = await db
    .updateTable('apiKeys')
    .set((eb) => ({ revokedAt: eb.fn.coalesce('revokedAt', eb.val(now)) }))
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
