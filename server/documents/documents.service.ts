import type { Code } from '../../shared/codes/code.ts';
import type { DocumentView } from '../../shared/contracts/documents.ts';
import { DomainError } from '../../shared/errors.ts';
import { recordAccess } from '../accounts/accounts.service.ts';
import type { Context } from '../platform/context.ts';
import type { Actor, Origin } from '../platform/http/actor.ts';
import { getProcess } from '../processes/processes.service.ts';
import { cancelDocument, reportMissing, writeKeyPoints } from './change-document.ts';
import type { DocumentState } from './document-state.ts';
import { getShownDocument } from './get-document.ts';
import { mergeKeyPoints } from './key-points.rules.ts';
import { presentDocuments } from './present-documents.ts';

export {
  type DocumentState,
  knownNumber,
  knownOf,
  whereaboutsNumber,
  whereaboutsOf,
} from './document-state.ts';
export {
  type DocumentRow,
  findDocument as findDocumentState,
  findMailingTitles,
  listInPlace,
  listOfCustomer,
  listOfMailing,
  listShownOfMailing,
  type MailingFilter,
  stateOfRow,
} from './documents.queries.ts';
export {
  decideCancelled,
  decideMailed,
  namedValues,
} from './documents.rules.ts';
export { findDocumentDamage, listStoredEvents } from './find-damage.ts';
export { getDocument as getDocumentState } from './get-document.ts';
export { listEventsOf } from './list-events.ts';
export { makeEventPartitions, makePartitionsJob } from './make-partitions.ts';
export { presentDocuments, presentPapers, presentPlaceOf } from './present-documents.ts';
export { PaperReplay, type Replayed } from './replay-paper.ts';
export type { ShownDocument } from './waiting.queries.ts';
export {
  type DecidedChange,
  nextState,
  writeChanges,
  writeNewDocuments,
} from './write-documents.ts';

/** Whether the caller may see whose papers these are. */
export function seesCustomers({ permissions }: Actor): boolean {
  return permissions.has('customers.read');
}

/** Whose paper it is, is put on record before it is given out, where the caller may see it at all. Throws `not-found`. */
export async function showDocument(
  context: Context,
  actor: Actor,
  origin: Origin,
  code: Code,
): Promise<DocumentView> {
  const paper = await getShownDocument(context.db, code);
  const subject = { kind: 'customer', id: paper.customerId };
  const named = seesCustomers(actor);
  const [[view]] = await Promise.all([
    presentDocuments(context, [paper], origin.language, named),
    named && recordAccess(context, actor, origin, { action: 'documents.seen', subject }),
  ]);
  if (!view) throw new Error('a paper has no view');
  return view;
}

export async function cancelPaper(context: Context, actor: Actor, origin: Origin, code: Code) {
  await cancelDocument(context, actor, code);
  return showDocument(context, actor, origin, code);
}

export async function reportPaperMissing(context: Context, actor: Actor, origin: Origin, code: Code) {
  await reportMissing(context, actor, code);
  return showDocument(context, actor, origin, code);
}

type KeyPoints = Record<string, string | number | null>;

/** Throws `not-found`, or `invalid-request` with every key point that is not right. */
export async function changeKeyPoints(
  context: Context,
  actor: Actor,
  origin: Origin,
  code: Code,
  given: KeyPoints,
) {
  const merge = async (state: DocumentState) => {
    const { type } = await getProcess(context, state.processId);
    const { values, errors } = mergeKeyPoints(type.keyPoints, state.keyPoints, given);
    if (errors.length > 0) {
      const fields = errors.map(({ field, message }) => `${field}: ${message}`).join('; ');
      throw new DomainError('invalid-request', `Nothing was changed. Put right: ${fields}`, { errors });
    }
    return values;
  };
  await writeKeyPoints(context, actor, code, merge);
  return showDocument(context, actor, origin, code);
}
