import { sql } from 'kysely';
import type { Queries, Transaction } from '../platform/db/database.ts';
import { prepared } from '../platform/db/prepared.ts';

export const customerColumns = ['id', 'ref', 'name', 'city', 'addressLines', 'doNotMail'] as const;

export type CustomerRow = NonNullable<Awaited<ReturnType<typeof findCustomer>>>;

function selectCustomers(db: Queries) {
  return db.selectFrom('customers').select(customerColumns);
}

export function findCustomer(db: Queries, id: string) {
  return selectCustomers(db).where('id', '=', id).modifyEnd(prepared).executeTakeFirst();
}

export function findCustomerByRef(db: Queries, ref: string) {
  return selectCustomers(db).where('ref', '=', ref).executeTakeFirst();
}

/** In no order; fewer where some are not known. */
export function listCustomersById(db: Queries, ids: readonly string[]): Promise<CustomerRow[]> {
  return selectCustomers(db).where('id', '=', sql<string>`any(${ids}::uuid[])`).modifyEnd(prepared).execute();
}

/** In no order; fewer where some are not known. */
export function listCustomersByRef(db: Queries, refs: readonly string[]): Promise<CustomerRow[]> {
  return selectCustomers(db).where('ref', '=', sql<string>`any(${refs}::text[])`).execute();
}

/** By reference; `limit` rows at most. */
export function listCustomersAfter(db: Queries, after: string | undefined, limit: number) {
  let query = selectCustomers(db);
  if (after !== undefined) query = query.where('ref', '>', after);
  return query.orderBy('ref').limit(limit).execute();
}

interface Details {
  ref: string;
  name: string;
  city: string | null;
  addressLines: string[] | null;
  doNotMail: string | null;
  searchText: string;
}

export function insertCustomer(db: Queries, details: Details, now: Date): Promise<CustomerRow> {
  return db
    .insertInto('customers')
    .values({ ...details, createdAt: now, changedAt: now })
    .returning(customerColumns)
    .executeTakeFirstOrThrow();
}

/** From here to the end of the transaction nobody else changes this customer. */
export function lockCustomer(tx: Transaction, id: string): Promise<CustomerRow | undefined> {
  return selectCustomers(tx).where('id', '=', id).forUpdate().executeTakeFirst();
}

export function updateCustomer(tx: Queries, id: string, details: Details, now: Date): Promise<CustomerRow> {
  return tx
    .updateTable('customers')
    .set({ ...details, changedAt: now })
    .where('id', '=', id)
    .returning(customerColumns)
    .executeTakeFirstOrThrow();
}

/** Ids of customers with address lines, in order. */
export async function listWithAddress(
  db: Queries,
  after: string | undefined,
  limit: number,
): Promise<string[]> {
  let query = db.selectFrom('customers').select('id').where('addressLines', 'is not', null);
  if (after !== undefined) query = query.where('id', '>', after);
  const rows = await query.orderBy('id').limit(limit).execute();
  return rows.map(({ id }) => id);
}

/** How many had address lines. */
export async function clearAddressLines(db: Queries, ids: readonly string[], now: Date): Promise<number> {
  const result = await db
    .updateTable('customers')
    .set({ addressLines: null, changedAt: now })
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('addressLines', 'is not', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** How many there are, counted no further than `most`. */
export async function countCustomers(db: Queries, most: number): Promise<number> {
  const { count } = await db
    .selectFrom(db.selectFrom('customers').select('id').limit(most).as('some'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
