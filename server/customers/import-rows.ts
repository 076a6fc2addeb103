import type { Transaction } from '../platform/db/database.ts';
import { listCustomersByRef } from './customers.queries.ts';
import type { ImportRow } from './import-row.rules.ts';
import { type Counts, insertCustomers, lockCustomersByRef, updateCustomers } from './imports.queries.ts';
import { planImport } from './plan-import.rules.ts';

/** Customers a statement. */
export const batchSize = 1_000;

/**
 * Puts rows, of which each has a reference of its own, into the register, or with `dryRun` only counts what that would
 * do. In the caller's transaction, which has its turn (`waitForTurn`).
 */
export async function importRows(
  tx: Transaction,
  rows: readonly ImportRow[],
  now: Date,
  dryRun: boolean,
): Promise<Counts> {
  const counts: Counts = { created: 0, updated: 0, unchanged: 0 };
  for (let start = 0; start < rows.length; start += batchSize) {
    const batch = rows.slice(start, start + batchSize);
    const done = await (dryRun ? countRows(tx, batch) : writeRows(tx, batch, now));
    counts.created += done.created;
    counts.updated += done.updated;
    counts.unchanged += done.unchanged;
  }
  return counts;
}

async function countRows(tx: Transaction, rows: readonly ImportRow[]): Promise<Counts> {
  const plan = planImport(rows, await listCustomersByRef(tx, refsOf(rows)));
  return { created: plan.create.length, updated: plan.update.length, unchanged: plan.unchanged };
}

async function writeRows(tx: Transaction, rows: readonly ImportRow[], now: Date): Promise<Counts> {
  const plan = planImport(rows, await lockCustomersByRef(tx, refsOf(rows)));
  await updateCustomers(tx, plan.update, now);
  const made = new Set(await insertCustomers(tx, plan.create, now));
  const counts = { created: made.size, updated: plan.update.length, unchanged: plan.unchanged };
  // Somebody has added these by hand since we looked: now they are known.
  const left =
    made.size === plan.create.length
      ? []
      : rows.filter(({ ref }) => plan.create.some((row) => row.ref === ref && !made.has(ref)));
  if (left.length === 0) return counts;
  const rest = await writeRows(tx, left, now);
  return {
    created: counts.created + rest.created,
    updated: counts.updated + rest.updated,
    unchanged: counts.unchanged + rest.unchanged,
  };
}

function refsOf(rows: readonly ImportRow[]): string[] {
  return rows.map(({ ref }) => ref);
}
