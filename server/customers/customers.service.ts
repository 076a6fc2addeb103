import { z } from 'zod';
import type { CustomerView } from '../../shared/contracts/customers.ts';
import { DomainError } from '../../shared/errors.ts';
import { recordAccess } from '../accounts/accounts.service.ts';
import { getSettings } from '../organisation/organisation.service.ts';
import type { Context } from '../platform/context.ts';
import type { Queries } from '../platform/db/database.ts';
import type { Actor, Origin } from '../platform/http/actor.ts';
import { pageOf, readCursor } from '../platform/http/cursor.ts';
import { presentCustomer } from './customers.present.ts';
import {
  type CustomerRow,
  clearAddressLines,
  findCustomer,
  findCustomerByRef,
  listCustomersAfter,
  listCustomersById,
} from './customers.queries.ts';
import { searchCustomers } from './search-customers.ts';

/** Customers. Use cases of more than a step have a file of their own beside this. */
export { addCustomer, changeCustomer } from './change-customer.ts';
export type { CustomerRow } from './customers.queries.ts';
export { countCustomers, listWithAddress } from './customers.queries.ts';
export { importCustomers } from './import-customers.ts';

const refKey = z.strictObject({ ref: z.string() });

interface CustomersQuery {
  query?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** By reference, or those that fit the query, best first. On record. Throws `cursor-invalid`. */
export async function listCustomers(context: Context, actor: Actor, origin: Origin, asked: CustomersQuery) {
  const { cursor, limit } = asked;
  const query = asked.query?.trim() ?? '';
  const found =
    query === ''
      ? listByRef(context.db, cursor, limit)
      : searchCustomers(context.db, query, { cursor, limit });
  const { rows, nextCursor } = await found;
  await recordAccess(context, actor, origin, { action: 'customers.listed' });
  return { items: await presentCustomers(context.db, rows), nextCursor };
}

async function listByRef(db: Queries, cursor: string | undefined, limit: number) {
  const rows = await listCustomersAfter(db, readCursor(refKey, cursor)?.ref, limit + 1);
  return pageOf(rows, limit, ({ ref }) => ({ ref }));
}

/** On record. Throws `not-found`. */
export async function showCustomer(context: Context, actor: Actor, origin: Origin, id: string) {
  return showOnRecord(context, actor, origin, await findCustomer(context.db, id));
}

/** On record. Throws `not-found`. */
export async function showCustomerByRef(context: Context, actor: Actor, origin: Origin, ref: string) {
  return showOnRecord(
    context,
    actor,
    origin,
    await findCustomerByRef(context.db, ref.trim().normalize('NFC')),
  );
}

async function showOnRecord(context: Context, actor: Actor, origin: Origin, row: CustomerRow | undefined) {
  const customer = refuseUnknown(row);
  const subject = { kind: 'customer', id: customer.id };
  await recordAccess(context, actor, origin, { action: 'customers.seen', subject });
  return showRow(context.db, customer);
}

/** For other areas, which put on record what they show. Throws `not-found`. */
export async function showCustomerQuietly({ db }: Context, id: string): Promise<CustomerView> {
  return showRow(db, refuseUnknown(await findCustomer(db, id)));
}

/** With the link to the CRM. */
async function presentCustomers(db: Queries, rows: readonly CustomerRow[]): Promise<CustomerView[]> {
  const { crmLink } = await getSettings(db);
  return rows.map((row) => presentCustomer(row, crmLink));
}

async function showRow(db: Queries, row: CustomerRow): Promise<CustomerView> {
  return presentCustomer(row, (await getSettings(db)).crmLink);
}

/** For other areas: those of the ids that are known, by id. */
export async function findCustomers(db: Queries, ids: readonly string[]): Promise<Map<string, CustomerRow>> {
  const rows = await listCustomersById(db, [...new Set(ids)]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Takes the address lines of these customers away. How many had any. */
export function clearAddressesOf({ clock }: Context, db: Queries, ids: readonly string[]): Promise<number> {
  return clearAddressLines(db, ids, clock.now());
}

function refuseUnknown(row: CustomerRow | undefined): CustomerRow {
  if (row) return row;
  throw new DomainError('not-found', 'There is no such customer.');
}
