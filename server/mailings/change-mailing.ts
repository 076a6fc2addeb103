import { DomainError, fieldError } from '../../shared/errors.ts';
import type { Context } from '../platform/context.ts';
import type { Transaction } from '../platform/db/database.ts';
import { inTransaction } from '../platform/db/in-transaction.ts';
import type { Actor } from '../platform/http/actor.ts';
import {
  cancelPapers,
  cancelPapersJob,
  changeNextPapers,
  markMailedJob,
  markPapersMailed,
} from './change-papers.ts';
import { mostAtOnce } from './issue-mailing.ts';
import { deleteTargets, listAbandoned, lockMailing, updateMailing } from './mailings.queries.ts';
import { mailedAtObjection } from './mailings.rules.ts';

/**
 * The moment `mailed` for all papers of a mailing. Returns the job where they are too many to wait for. Doing it again
 * changes nothing. Throws `not-found`, `mailing-not-issued`, `mailing-cancelled` or a field error.
 */
export function markMailed(
  context: Context,
  actor: Actor,
  id: string,
  at: string,
): Promise<string | undefined> {
  const happenedAt = new Date(at);
  return inTransaction(context.db, async (tx) => {
    const mailing = await lockIssued(tx, id);
    const issuedAt = mailing.createdAt;
    const objection = mailedAtObjection(happenedAt, { issuedAt, now: context.clock.now() });
    if (objection) throw fieldError('at', objection.code, objection.message);
    await updateMailing(tx, id, { mailedAt: mailing.mailedAt ?? happenedAt });
    const errand = { mailingId: id, userId: actor.userId, happenedAt };
    if (mailing.papers <= mostAtOnce) {
      await changeNextPapers(context, tx, errand, markPapersMailed, 0, mostAtOnce);
      return undefined;
    }
    const input = { mailingId: id, userId: actor.userId, at: happenedAt.toISOString() };
    return context.jobs.enqueue(tx, { kind: markMailedJob, input, startedBy: actor.userId });
  });
}

/** Cancels a mailing that has not been mailed, also while its papers are being issued. Throws `mailing-mailed`. */
export function cancelMailing(context: Context, actor: Actor, id: string): Promise<void> {
  return inTransaction(context.db, async (tx) => {
    const mailing = await lockKnown(tx, id);
    if (mailing.mailedAt !== null) {
      throw new DomainError(
        'mailing-mailed',
        'This mailing has left the house and cannot be cancelled any more.',
      );
    }
    if (mailing.state !== 'cancelled') await cancelIn(context, tx, id, mailing.issued, actor.userId);
  });
}

async function cancelIn(
  context: Context,
  tx: Transaction,
  id: string,
  issued: number,
  userId: string | undefined,
) {
  await updateMailing(tx, id, { state: 'cancelled' });
  await deleteTargets(tx, id);
  if (issued <= mostAtOnce) {
    const errand = { mailingId: id, userId, happenedAt: context.clock.now() };
    await changeNextPapers(context, tx, errand, cancelPapers, 0, mostAtOnce);
    return;
  }
  const startedBy = userId === undefined ? {} : { startedBy: userId };
  await context.jobs.enqueue(tx, {
    kind: cancelPapersJob,
    input: { mailingId: id, userId: userId ?? null },
    ...startedBy,
  });
}

/** A mailing whose job was cancelled or has failed for good is no half mailing: it is cancelled whole. */
export async function cancelAbandoned(context: Context): Promise<void> {
  for (const { id } of await listAbandoned(context.db)) {
    await inTransaction(context.db, async (tx) => {
      const mailing = await lockKnown(tx, id);
      if (mailing.state === 'issuing') await cancelIn(context, tx, id, mailing.issued, undefined);
    });
  }
}

/** No more answers are awaited; address lines go so many days after. Closing again keeps the first day. */
export function closeMailing(context: Context, id: string): Promise<void> {
  return context.db.transaction().execute(async (tx) => {
    const mailing = await lockKnown(tx, id);
    if (mailing.state === 'issuing') throw notIssued();
    await updateMailing(tx, id, { closedAt: mailing.closedAt ?? context.clock.now() });
  });
}

async function lockKnown(tx: Transaction, id: string) {
  const mailing = await lockMailing(tx, id);
  if (!mailing) throw new DomainError('not-found', 'There is no such mailing.');
  return mailing;
}

async function lockIssued(tx: Transaction, id: string) {
  const mailing = await lockKnown(tx, id);
  refuseUnlessIssued(mailing.state);
  return mailing;
}

/** Throws `mailing-not-issued` or `mailing-cancelled`. */
export function refuseUnlessIssued(state: string): void {
  if (state === 'issuing') throw notIssued();
  if (state === 'cancelled') {
    throw new DomainError('mailing-cancelled', 'This mailing has been cancelled; its papers are void.');
  }
}

function notIssued(): DomainError {
  return new DomainError(
    'mailing-not-issued',
    'The papers of this mailing are still being issued. Wait until its job is done.',
  );
}
