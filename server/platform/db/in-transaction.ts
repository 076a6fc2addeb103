import type { Database, Transaction } from './database.ts';

/** Postgres: two transactions waited for each other in a ring, and this one was chosen to give way. */
const gaveWay = '40P01';

const tries = 5;

/**
 * A transaction that locks many rows beside others who do so in another order. Where Postgres has it give way nothing
 * has happened, so it is done again; `work` does nothing but talk to the database.
 */
export async function inTransaction<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (attempt === tries || (error as { code?: unknown }).code !== gaveWay) throw error;
    }
  }
}
