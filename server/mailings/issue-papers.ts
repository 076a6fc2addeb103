import { z } from 'zod';
import { initialValues } from '../../shared/process/definition.ts';
import { issueCodes } from '../codes/codes.service.ts';
import { writeNewDocuments } from '../documents/documents.service.ts';
import type { Context } from '../platform/context.ts';
import type { Transaction } from '../platform/db/database.ts';
import { jobKind } from '../platform/jobs/job-kind.ts';
import { getProcess, statusOf } from '../processes/processes.service.ts';
import { deleteTargets, listTargets, lockMailing, updateMailing } from './mailings.queries.ts';

/** Papers a transaction: large enough to be quick, small enough that others get their codes in between. */
const chunk = 1_000;

/** Issues a mailing of more papers than one request waits for. Taken up where it stopped, it never issues one twice. */
export const issueMailingJob = jobKind({
  kind: 'mailings.issue',
  input: z.strictObject({ mailingId: z.uuid() }),
  tries: 20,
  async work({ context, input: { mailingId }, progress }) {
    for (;;) {
      const { issued, papers, over } = await context.db
        .transaction()
        .execute((tx) => issueNextPapers(context, tx, mailingId, chunk));
      await progress(issued, papers);
      if (over) return { mailing: mailingId, documents: issued };
    }
  },
});

/**
 * Issues the next papers of a mailing and says how far it is. The count in the mailing's row is written in the same
 * transaction as the papers, so whatever happens in between, each run number is issued once.
 */
export async function issueNextPapers(
  context: Context,
  tx: Transaction,
  mailingId: string,
  limit: number,
): Promise<{ issued: number; papers: number; over: boolean }> {
  const mailing = await lockMailing(tx, mailingId);
  if (mailing?.state !== 'issuing') {
    return { issued: mailing?.issued ?? 0, papers: mailing?.papers ?? 0, over: true };
  }
  const targets = await listTargets(tx, mailingId, mailing.issued, limit);
  const process = await getProcess(context, mailing.processId);
  const status = statusOf(process, initialValues(process.process));
  const codes = await issueCodes(tx, 'document', targets.length);
  const papers = targets.flatMap(({ runNumber, customerId }, index) => {
    const code = codes[index];
    return code ? [{ code, mailingId, customerId, processId: process.id, runNumber, status }] : [];
  });
  const recordedAt = context.clock.now();
  const byUser = mailing.createdBy ?? undefined;
  await writeNewDocuments(tx, papers, { happenedAt: recordedAt, recordedAt, byUser, cause: mailingId });
  const issued = mailing.issued + papers.length;
  const over = issued === mailing.papers;
  await updateMailing(tx, mailingId, { issued, ...(over ? { state: 'issued' } : {}) });
  if (over) await deleteTargets(tx, mailingId);
  return { issued, papers: mailing.papers, over };
}
