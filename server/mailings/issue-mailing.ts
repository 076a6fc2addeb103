import { createHash } from 'node:crypto';
import type { MailingPreview } from '../../shared/contracts/mailings.ts';
import { DomainError, fieldError } from '../../shared/errors.ts';
import { refuseWhileStopped } from '../codes/codes.service.ts';
import type { Context } from '../platform/context.ts';
import type { Transaction } from '../platform/db/database.ts';
import type { Actor, Origin } from '../platform/http/actor.ts';
import { getProcessOfType } from '../processes/processes.service.ts';
import { issueMailingJob, issueNextPapers } from './issue-papers.ts';
import {
  findMailingByRequest,
  type Given,
  insertMailing,
  insertTargets,
  listCandidates,
  type MailingRow,
  updateMailing,
} from './mailings.queries.ts';
import { selectRecipients } from './mailings.rules.ts';
import { today } from './today.ts';

/** Up to so many papers are issued while the caller waits, in one transaction. */
export const mostAtOnce = 5_000;

export interface MailingRequest {
  name: string;
  documentType: string;
  customers: Given;
  expectedBy?: string | null | undefined;
}

/** How many would get a paper, and who is left out and why. Issues nothing. */
export async function previewMailing(context: Context, asked: MailingRequest): Promise<MailingPreview> {
  await checkRequest(context, asked);
  const { customerIds, leftOut } = selectRecipients(await listCandidates(context.db, asked.customers));
  return { documents: customerIds.length, leftOut };
}

export interface IssuedMailing {
  id: string;
  documents: number;
  /** Where the papers are still being issued: the job that does it. */
  job: string | undefined;
}

/**
 * Issues a mailing: a small one while the caller waits, whole or not at all; a large one as a job. With a request key
 * the same request gets the same mailing, however often and however close together it is sent. Throws
 * `mailing-empty`, `request-key-reused`, `issuing-stopped` or field errors.
 */
export async function issueMailing(
  context: Context,
  actor: Actor,
  { requestKey }: Origin,
  asked: MailingRequest,
): Promise<IssuedMailing> {
  const requestDigest = createHash('sha256').update(JSON.stringify(asked)).digest();
  const earlier = requestKey && (await findMailingByRequest(context.db, actor.userId, requestKey));
  if (earlier) return answerAgain(earlier, requestDigest);
  const process = await checkRequest(context, asked);
  const issued = await context.db.transaction().execute(async (tx) => {
    await refuseWhileStopped(tx);
    const { customerIds } = selectRecipients(await listCandidates(tx, asked.customers));
    if (customerIds.length === 0) throw mailingEmpty();
    const id = await insertMailing(tx, {
      name: asked.name,
      processId: process.id,
      expectedBy: asked.expectedBy ?? null,
      papers: customerIds.length,
      createdBy: actor.userId,
      createdAt: context.clock.now(),
      requestKey: requestKey ?? null,
      requestDigest: requestKey ? requestDigest : null,
    });
    if (id === undefined) return undefined;
    await insertTargets(tx, id, customerIds);
    const job = await startIssuing(context, tx, actor, id, customerIds.length);
    return { id, documents: customerIds.length, job };
  });
  if (issued) return issued;
  const first = requestKey && (await findMailingByRequest(context.db, actor.userId, requestKey));
  if (!first) throw new Error('a mailing was there and is not');
  return answerAgain(first, requestDigest);
}

async function startIssuing(
  context: Context,
  tx: Transaction,
  actor: Actor,
  mailingId: string,
  papers: number,
): Promise<string | undefined> {
  if (papers <= mostAtOnce) {
    await issueNextPapers(context, tx, mailingId, mostAtOnce);
    return undefined;
  }
  const jobId = await context.jobs.enqueue(tx, {
    kind: issueMailingJob,
    input: { mailingId },
    startedBy: actor.userId,
  });
  await updateMailing(tx, mailingId, { jobId });
  return jobId;
}

function answerAgain(mailing: MailingRow, requestDigest: Buffer): IssuedMailing {
  if (!mailing.requestDigest?.equals(requestDigest)) {
    throw new DomainError(
      'request-key-reused',
      'This Idempotency-Key was used for another request. Nothing was issued; take a new key for a new request.',
    );
  }
  const job = mailing.state === 'issuing' ? (mailing.jobId ?? undefined) : undefined;
  return { id: mailing.id, documents: mailing.papers, job };
}

/** The process that the papers will follow. Throws field errors. */
async function checkRequest(context: Context, { documentType, expectedBy }: MailingRequest) {
  const process = await getProcessOfType(context, documentType);
  const day = await today(context);
  if (expectedBy && expectedBy <= day) {
    throw fieldError('expectedBy', 'date-past', `Give a day after today, ${day}`);
  }
  return process;
}

function mailingEmpty(): DomainError {
  return new DomainError(
    'mailing-empty',
    'Nobody would get this mailing: all who were named are unknown or must not be mailed. Nothing was issued.',
  );
}
