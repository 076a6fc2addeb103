import type { Readable } from 'node:stream';
import { customers, type ImportResult } from '../../shared/contracts/customers.ts';
import { recordAccess } from '../accounts/accounts.service.ts';
import type { Context } from '../platform/context.ts';
import type { Actor, Origin } from '../platform/http/actor.ts';
import { importLargeFile } from './import-job.ts';
import type { ImportRow } from './import-row.rules.ts';
import { batchSize, importRows } from './import-rows.ts';
import { insertBatch, insertImport, setImportSize, waitForTurn } from './imports.queries.ts';
import { openFile } from './read-file.ts';
import { RowReader } from './row-reader.ts';
import { spoolFile } from './spool-file.ts';
import { learnWords } from './words.queries.ts';

/** Lines after the header that are done at once, in one transaction; with more the work goes on as a job. */
const mostAtOnce = 5_000;

/**
 * Takes in a CSV file of customers: those that are new are added, those that are known are changed, none is deleted.
 * The whole file is read before anything is written. On record. Throws `file-unreadable` or `body-too-large`; a line
 * that is not right is rejected by itself.
 */
export async function importCustomers(
  context: Context,
  actor: Actor,
  origin: Origin,
  body: Readable,
  dryRun: boolean,
): Promise<ImportResult | { job: string }> {
  const file = await spoolFile(body, customers.import.bodyLimit);
  try {
    const reader = new RowReader(await openFile(file));
    try {
      const first = await reader.read(mostAtOnce + 1);
      await recordAccess(context, actor, origin, { action: 'customers.imported' });
      if (reader.atEnd) return await importAtOnce(context, first, reader, dryRun);
      return { job: await importAsJob(context, actor, first, reader, dryRun) };
    } finally {
      await reader.close();
    }
  } finally {
    await file.close();
  }
}

async function importAtOnce({ db, clock }: Context, rows: ImportRow[], reader: RowReader, dryRun: boolean) {
  if (!dryRun) await learnWords(db, rows);
  const counts = await db.transaction().execute(async (tx) => {
    await waitForTurn(tx);
    return importRows(tx, rows, clock.now(), dryRun);
  });
  const { rejected, rejectedRows, ignoredColumns } = reader;
  return { ...counts, rejected, rejectedRows, ignoredColumns };
}

/** Keeps the rows in the database until the job has done them: a file in memory would not survive a crash. */
function importAsJob(
  { db, jobs }: Context,
  actor: Actor,
  first: ImportRow[],
  reader: RowReader,
  dryRun: boolean,
) {
  return db.transaction().execute(async (tx) => {
    const jobId = await jobs.enqueue(tx, { kind: importLargeFile, input: {}, startedBy: actor.userId });
    await insertImport(tx, { jobId, dryRun, ignoredColumns: reader.ignoredColumns });
    let number = 0;
    let count = 0;
    const keep = async (rows: readonly ImportRow[]) => {
      for (let start = 0; start < rows.length; start += batchSize) {
        number += 1;
        await insertBatch(tx, jobId, number, rows.slice(start, start + batchSize));
      }
      count += rows.length;
    };
    await keep(first);
    while (!reader.atEnd) await keep(await reader.read(batchSize));
    await setImportSize(tx, jobId, {
      rows: count,
      rejected: reader.rejected,
      rejectedRows: reader.rejectedRows,
    });
    return jobId;
  });
}
