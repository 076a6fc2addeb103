import { type Code, codeKind } from '../../shared/codes/code.ts';
import type { BodyOf } from '../../shared/contracts/endpoint.ts';
import { exceptionReasons, type Language } from '../../shared/contracts/fields.ts';
import type { ScanException, scanning } from '../../shared/contracts/scanning.ts';
import { DomainError } from '../../shared/errors.ts';
import { getDocumentState, writeChanges } from '../documents/documents.service.ts';
import { lockPlaces, moveContainer } from '../places/places.service.ts';
import type { Context } from '../platform/context.ts';
import type { Transaction } from '../platform/db/database.ts';
import type { Actor } from '../platform/http/actor.ts';
import { getCommands, getProcess } from '../processes/processes.service.ts';
import { type ExceptionRow, findException, lockException, updateSettled } from './exceptions.queries.ts';
import { getException, presentException } from './list-exceptions.ts';
import { settlePaper } from './settle.rules.ts';

type Decided = BodyOf<typeof scanning.settle>;

const tries = 10;

/**
 * A person decides. The event and the decision are written together; what was decided before stays. Throws `not-found`,
 * `exception-settled`, `exception-impossible`.
 */
export async function settleException(
  context: Context,
  actor: Actor,
  id: string,
  decided: Decided,
  language: Language,
): Promise<ScanException> {
  await getException(context, id);
  let written = false;
  for (let attempt = 0; attempt < tries && !written; attempt += 1) {
    written = await context.db.transaction().execute((tx) => settleOnce(context, tx, actor, id, decided));
  }
  if (!written) {
    throw new DomainError(
      'unavailable',
      'Others keep changing this paper at the same moment. Nothing was decided; try again.',
    );
  }
  return presentException(context, await getException(context, id), language);
}

/** False where somebody changed the paper meanwhile: then nothing is written. */
async function settleOnce(
  context: Context,
  tx: Transaction,
  actor: Actor,
  id: string,
  { decision, reason }: Decided,
): Promise<boolean> {
  await lockException(tx, id);
  const row = (await findException(tx, id)) as ExceptionRow;
  if (row.settledAt !== null) {
    throw new DomainError('exception-settled', 'Somebody has decided this already. Nothing was changed.');
  }
  const now = context.clock.now();
  const code = String(row.code) as Code;
  const kept =
    codeKind(code) === 'document'
      ? await settlePaperOf(context, tx, actor, row, decision, now)
      : await settleContainer(tx, actor, row, decision, now);
  if (!kept) return false;
  await updateSettled(tx, id, { settledAt: now, settledBy: actor.userId, decision, settledWhy: reason });
  return true;
}

async function settlePaperOf(
  context: Context,
  tx: Transaction,
  actor: Actor,
  row: ExceptionRow,
  decision: Decided['decision'],
  now: Date,
): Promise<boolean> {
  const before = await getDocumentState(tx, String(row.code) as Code);
  const { process } = await getProcess(context, before.processId);
  const { momentOf } = await getCommands(tx);
  const momentCode = row.moment === null ? undefined : (String(row.moment) as Code);
  const settled = settlePaper(before, process, {
    decision,
    reason: exceptionReasons[row.reason] ?? 'contradiction',
    moment: momentCode === undefined ? undefined : (momentOf.get(momentCode) ?? ''),
    place: await stillThere(tx, row.place),
    happenedAt: row.happenedAt,
  });
  if ('impossible' in settled) throw impossible(settled.impossible);
  const happenedAt = settled.change.status || settled.change.whereabouts ? row.happenedAt : now;
  const cause = { happenedAt, recordedAt: now, byUser: actor.userId, cause: row.scanId, momentCode };
  return (await writeChanges(tx, [{ before, change: settled.change }], cause)).length === 1;
}

/** Held there until the end of the transaction; undefined where it was taken away. */
async function stillThere(tx: Transaction, place: number | null): Promise<Code | undefined> {
  if (place === null) return undefined;
  return (await lockPlaces(tx, [String(place) as Code], 'stay'))[0]?.code;
}

async function settleContainer(
  tx: Transaction,
  actor: Actor,
  row: ExceptionRow,
  decision: Decided['decision'],
  now: Date,
): Promise<boolean> {
  if (decision === 'present') throw impossible('Nothing contradicts here: move it after all, or dismiss it');
  if (decision === 'dismissed') return true;
  if (row.place === null) throw impossible('A move is not taken back any more; dismiss it');
  const cause = { happenedAt: row.happenedAt, recordedAt: now, byUser: actor.userId, cause: row.scanId };
  await moveContainer(tx, String(row.code) as Code, String(row.place) as Code, cause);
  return true;
}

function impossible(why: string): DomainError {
  return new DomainError('exception-impossible', `${why}. Nothing was changed.`);
}
