import type { Queries } from '../platform/db/database.ts';

export function findThrottle(db: Queries, keyHash: Buffer) {
  return db.selectFrom('signInThrottles').selectAll().where('keyHash', '=', keyHash).executeTakeFirst();
}

export async function countFailure(db: Queries, keyHash: Buffer, now: Date): Promise<void> {
  await db
    .insertInto('signInThrottles')
    .values({ keyHash, failures: 1, firstFailureAt: now, lastFailureAt: now })
    .onConflict((conflict) =>
      conflict.column('keyHash').doUpdateSet((eb) => ({
        failures: eb('signInThrottles.failures', '+', 1),
        lastFailureAt: now,
      })),
    )
    .execute();
}

export async function deleteThrottle(db: Queries, keyHash: Buffer): Promise<void> {
  await db.deleteFrom('signInThrottles').where('keyHash', '=', keyHash).execute();
}

/** How many were old enough to go. */
export async function deleteThrottlesBefore(db: Queries, before: Date): Promise<number> {
  const result = await db
    .deleteFrom('signInThrottles')
    .where('lastFailureAt', '<', before)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
