import type { Queries, Transaction } from '../platform/db/database.ts';

interface NewLink {
  tokenHash: Buffer;
  purpose: 'setup' | 'password';
  userId: string | null;
  createdBy: string | null;
  createdAt: Date;
  expiresAt: Date;
}

export async function insertLink(db: Queries, link: NewLink): Promise<void> {
  await db.insertInto('oneTimeLinks').values(link).execute();
}

/** A link that can still be used. */
export function findLink(db: Queries, tokenHash: Buffer, purpose: NewLink['purpose'], now: Date) {
  return db
    .selectFrom('oneTimeLinks')
    .select(['userId', 'expiresAt'])
    .where('tokenHash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
}

/** Uses a link up, once, whoever else tries at the same moment. Undefined where it cannot be used (any more). */
export function redeemLink(tx: Transaction, tokenHash: Buffer, purpose: NewLink['purpose'], now: Date) {
  return tx
    .updateTable('oneTimeLinks')
    .set({ usedAt: now })
    .where('tokenHash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .returning('userId')
    .executeTakeFirst();
}

/** A new link makes the earlier ones of the same person worthless. */
export async function deleteLinksOf(db: Queries, userId: string): Promise<void> {
  await db.deleteFrom('oneTimeLinks').where('userId', '=', userId).execute();
}

export async function deleteSetupLinks(db: Queries): Promise<void> {
  await db.deleteFrom('oneTimeLinks').where('purpose', '=', 'setup').execute();
}

/** How many had been used or were past their time. */
export async function deleteLinksOver(db: Queries, now: Date): Promise<number> {
  const result = await db
    .deleteFrom('oneTimeLinks')
    .where((eb) => eb.or([eb('expiresAt', '<=', now), eb('usedAt', 'is not', null)]))
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
