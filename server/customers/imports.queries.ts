import { sql } from 'kysely';
import type { ImportRejection } from '../../shared/contracts/customers.ts';
import type { Queries, Transaction } from '../platform/db/database.ts';
import { type CustomerRow, customerColumns } from './customers.queries.ts';
import type { ImportRow } from './import-row.rules.ts';
import type { Kept } from './plan-import.rules.ts';

/** Any number that nobody else locks. */
const importLock = 7_160_240;

/** From here to the end of the transaction nobody else imports: two files in different orders would block each other. */
export async function waitForTurn(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(${importLock})`.execute(tx);
}

/** Those of the references that are known; nobody else changes these until the transaction ends. */
export function lockCustomersByRef(tx: Transaction, refs: readonly string[]): Promise<CustomerRow[]> {
  const query = tx
    .selectFrom('customers')
    .select(customerColumns)
    .where('ref', '=', sql<string>`any(${refs}::text[])`);
  return query.orderBy('ref').forUpdate().execute();
}

const row = sql`(ref text, name text, city text, "addressLines" text[], "doNotMail" text, "searchText" text)`;

/** The references of those that were made; one that somebody else made meanwhile is left alone. */
export async function insertCustomers(
  tx: Transaction,
  customers: readonly Kept[],
  now: Date,
): Promise<string[]> {
  if (customers.length === 0) return [];
  const { rows } = await sql<{ ref: string }>`
    insert into customers (ref, name, city, address_lines, do_not_mail, search_text, created_at, changed_at)
    select ref, name, city, "addressLines", "doNotMail", "searchText", ${now}, ${now}
      from jsonb_to_recordset(${JSON.stringify(customers)}::jsonb) as given ${row}
      on conflict (ref) do nothing returning ref`.execute(tx);
  return rows.map(({ ref }) => ref);
}

/** Customers that this transaction has locked. */
export async function updateCustomers(tx: Transaction, customers: readonly Kept[], now: Date): Promise<void> {
  if (customers.length === 0) return;
  await sql`
    update customers set name = given.name, city = given.city, address_lines = given."addressLines",
        do_not_mail = given."doNotMail", search_text = given."searchText", changed_at = ${now}
      from jsonb_to_recordset(${JSON.stringify(customers)}::jsonb) as given ${row}
     where customers.ref = given.ref`.execute(tx);
}

interface NewImport {
  jobId: string;
  dryRun: boolean;
  ignoredColumns: string[];
}

/** An import that goes on as a job; its numbers come when the file has been read. */
export async function insertImport(
  tx: Transaction,
  { jobId, dryRun, ignoredColumns }: NewImport,
): Promise<void> {
  await tx
    .insertInto('customerImports')
    .values({ jobId, dryRun, ignoredColumns, rows: 0, rejected: '[]', rejectedRows: 0 })
    .execute();
}

export async function setImportSize(
  tx: Transaction,
  jobId: string,
  {
    rows,
    rejected,
    rejectedRows,
  }: { rows: number; rejected: readonly ImportRejection[]; rejectedRows: number },
): Promise<void> {
  await tx
    .updateTable('customerImports')
    .set({ rows, rejected: JSON.stringify(rejected), rejectedRows })
    .where('jobId', '=', jobId)
    .execute();
}

export async function insertBatch(
  tx: Transaction,
  jobId: string,
  number: number,
  rows: readonly ImportRow[],
): Promise<void> {
  await tx
    .insertInto('customerImportBatches')
    .values({ jobId, number, rows: JSON.stringify(rows) })
    .execute();
}

/** The batch to be done next; undefined where all are done. */
export async function findNextBatch(
  db: Queries,
  jobId: string,
): Promise<{ number: number; rows: ImportRow[] } | undefined> {
  const query = db.selectFrom('customerImportBatches').select(['number', 'rows']).where('jobId', '=', jobId);
  const batch = await query.orderBy('number').limit(1).executeTakeFirst();
  return batch && { number: batch.number, rows: batch.rows as ImportRow[] };
}

/** False where another run of the job has done it. */
export async function deleteBatch(tx: Transaction, jobId: string, number: number): Promise<boolean> {
  const query = tx
    .deleteFrom('customerImportBatches')
    .where('jobId', '=', jobId)
    .where('number', '=', number);
  return (await query.executeTakeFirst()).numDeletedRows > 0n;
}

export interface Counts {
  created: number;
  updated: number;
  unchanged: number;
}

export async function countImported(tx: Transaction, jobId: string, counts: Counts): Promise<void> {
  const { created, updated, unchanged } = counts;
  await tx
    .updateTable('customerImports')
    .set((eb) => ({
      done: eb('done', '+', created + updated + unchanged),
      created: eb('created', '+', created),
      updated: eb('updated', '+', updated),
      unchanged: eb('unchanged', '+', unchanged),
    }))
    .where('jobId', '=', jobId)
    .execute();
}

export function findImport(db: Queries, jobId: string) {
  return db.selectFrom('customerImports').selectAll().where('jobId', '=', jobId).executeTakeFirst();
}

/** Nothing of a file stays of which the job has been told to stop. */
export async function deleteBatchesOfCancelled(db: Queries, jobId: string): Promise<void> {
  const cancelled = db
    .selectFrom('jobs')
    .select('id')
    .where('id', '=', jobId)
    .where('cancelAskedAt', 'is not', null);
  await db.deleteFrom('customerImportBatches').where('jobId', 'in', cancelled).execute();
}

/** Imports of which the job has ended, with whatever they had still to do. How many there were. */
export async function deleteEndedImports(db: Queries): Promise<number> {
  const ended = db.selectFrom('jobs').select('id').where('endedAt', 'is not', null);
  const result = await db.deleteFrom('customerImports').where('jobId', 'in', ended).executeTakeFirst();
  return Number(result.numDeletedRows);
}
