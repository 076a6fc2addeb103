import { sql } from 'kysely';
import type { Code } from '../../shared/codes/code.ts';
import type { Queries, Transaction } from '../platform/db/database.ts';

function select(db: Queries) {
  return db
    .selectFrom('scanExceptions')
    .innerJoin('stations', 'stations.id', 'scanExceptions.stationId')
    .leftJoin('users as scanner', 'scanner.id', 'scanExceptions.byUser')
    .leftJoin('users as settler', 'settler.id', 'scanExceptions.settledBy')
    .selectAll('scanExceptions')
    .select(['stations.name as stationName', 'scanner.name as byName', 'settler.name as settledByName']);
}

export type ExceptionRow = Awaited<ReturnType<typeof listExceptionRows>>[number];

/** Open ones the longest waiting first, settled ones the latest scanned first; one more than `limit` where there are more. */
export function listExceptionRows(
  db: Queries,
  {
    settled,
    code,
    after,
    limit,
  }: { settled: boolean; code: Code | undefined; after: string | undefined; limit: number },
) {
  let query = select(db).where('scanExceptions.settledAt', settled ? 'is not' : 'is', null);
  if (code !== undefined) query = query.where('scanExceptions.code', '=', Number(code));
  if (after !== undefined) query = query.where('scanExceptions.id', settled ? '<' : '>', after);
  return query
    .orderBy('scanExceptions.id', settled ? 'desc' : 'asc')
    .limit(limit + 1)
    .execute();
}

export function findException(db: Queries, id: string): Promise<ExceptionRow | undefined> {
  return select(db).where('scanExceptions.id', '=', id).executeTakeFirst();
}

export async function countOpenExceptions(db: Queries): Promise<number> {
  const row = await db
    .selectFrom('scanExceptions')
    .select((eb) => eb.fn.countAll<number>().as('open'))
    .where('settledAt', 'is', null)
    .executeTakeFirstOrThrow();
  return row.open;
}

/** How many wait of each of these codes; without those of which none do. */
export async function countOpenOf(db: Queries, codes: readonly Code[]): Promise<Map<Code, number>> {
  if (codes.length === 0) return new Map();
  const rows = await db
    .selectFrom('scanExceptions')
    .select((eb) => ['code', eb.fn.countAll<number>().as('open')])
    .where('code', '=', sql<number>`any(${[...codes]}::bigint[])`)
    .where('settledAt', 'is', null)
    .groupBy('code')
    .execute();
  return new Map(rows.map(({ code, open }) => [String(code) as Code, open]));
}

/** Whoever decides it at the same moment waits here, and then sees that it is decided. */
export async function lockException(tx: Transaction, id: string): Promise<void> {
  await sql`select from scan_exceptions where id = ${id} for update`.execute(tx);
}

export async function updateSettled(
  tx: Transaction,
  id: string,
  settled: { settledAt: Date; settledBy: string; decision: string; settledWhy: string },
): Promise<void> {
  await tx.updateTable('scanExceptions').set(settled).where('id', '=', id).execute();
}
