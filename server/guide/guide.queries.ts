import type { Queries } from '../platform/db/database.ts';

export function findProgress(db: Queries, userId: string) {
  return db
    .selectFrom('guideProgress')
    .select(['practisedAt', 'closedAt'])
    .where('userId', '=', userId)
    .executeTakeFirst();
}

interface Progress {
  practisedAt?: Date;
  closedAt?: Date | null;
}

/** The first practice stays the first. */
export async function writeProgress(db: Queries, userId: string, progress: Progress): Promise<void> {
  await db
    .insertInto('guideProgress')
    .values({ userId, ...progress })
    .onConflict((conflict) =>
      conflict.column('userId').doUpdateSet((eb) => ({
        practisedAt: eb.fn.coalesce('guideProgress.practisedAt', 'excluded.practisedAt'),
        ...(progress.closedAt !== undefined && { closedAt: progress.closedAt }),
      })),
    )
    .execute();
}
