import { z } from 'zod';
import type { ImportRejection, ImportResult } from '../../shared/contracts/customers.ts';
import type { Context } from '../platform/context.ts';
import { jobKind } from '../platform/jobs/job-kind.ts';
import { importRows } from './import-rows.ts';
import {
  countImported,
  deleteBatch,
  deleteBatchesOfCancelled,
  deleteEndedImports,
  findImport,
  findNextBatch,
  waitForTurn,
} from './imports.queries.ts';
import { learnWords } from './words.queries.ts';

/**
 * A large import, batch by batch: each goes into the register, is counted and is deleted in one transaction, so a
 * run that is cut off goes on where it was. Cancelled, it leaves what has been imported, and its result says what.
 */
export const importLargeFile = jobKind({
  kind: 'customers.import',
  input: z.strictObject({}),
  tries: 5,
  async work({ context, jobId, progress }): Promise<ImportResult> {
    try {
      for (;;) {
        const { done, rows, ...result } = await readImport(context, jobId);
        await progress(done, rows);
        if (!(await importNextBatch(context, jobId, result.dryRun))) return presentResult(result);
      }
    } finally {
      await deleteBatchesOfCancelled(context.db, jobId);
    }
  },
  async resultSoFar(context, jobId): Promise<ImportResult> {
    return presentResult(await readImport(context, jobId));
  },
});

async function readImport({ db }: Context, jobId: string) {
  const found = await findImport(db, jobId);
  if (!found) throw new Error(`the import of job ${jobId} is gone`);
  return found;
}

/** False where there is none left. */
async function importNextBatch({ db, clock }: Context, jobId: string, dryRun: boolean): Promise<boolean> {
  const batch = await findNextBatch(db, jobId);
  if (!batch) return false;
  if (!dryRun) await learnWords(db, batch.rows);
  await db.transaction().execute(async (tx) => {
    await waitForTurn(tx);
    // A run that was overtaken finds it done.
    if (!(await deleteBatch(tx, jobId, batch.number))) return;
    await countImported(tx, jobId, await importRows(tx, batch.rows, clock.now(), dryRun));
  });
  return true;
}

function presentResult(found: {
  created: number;
  updated: number;
  unchanged: number;
  rejected: unknown;
  rejectedRows: number;
  ignoredColumns: string[];
}): ImportResult {
  const { created, updated, unchanged, rejected, rejectedRows, ignoredColumns } = found;
  return {
    created,
    updated,
    unchanged,
    rejected: rejected as ImportRejection[],
    rejectedRows,
    ignoredColumns,
  };
}

/**
 * What is left of imports that have ended. A batch is deleted with its import, the rest when its job is cancelled while
 * it runs; this takes what remains (cancelled before it ran, failed for good), so that no customer's data lies about
 * outside the register for more than an hour after its job.
 */
export const cleanUpImports = jobKind({
  kind: 'customers.clean-up',
  input: z.strictObject({}),
  tries: 3,
  cron: '27 * * * *',
  async work({ context: { db } }) {
    return { imports: await deleteEndedImports(db) };
  },
});
