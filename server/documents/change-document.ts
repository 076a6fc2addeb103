import type { Code } from '../../shared/codes/code.ts';
import { DomainError } from '../../shared/errors.ts';
import type { Context } from '../platform/context.ts';
import type { Actor } from '../platform/http/actor.ts';
import type { DocumentState } from './document-state.ts';
import { type Change, type Decision, decideCancelled, decideMissing } from './documents.rules.ts';
import { getDocument } from './get-document.ts';
import { writeChanges } from './write-documents.ts';

/** How often a change is decided anew because somebody else was faster, before we say that it cannot be. */
const tries = 10;

/** Cancels a paper that has not been mailed. Throws `not-found` or `document-mailed`. */
export function cancelDocument(context: Context, actor: Actor, code: Code): Promise<DocumentState> {
  return changeDocument(context, actor, code, decideCancelled, () => {
    return new DomainError(
      'document-mailed',
      'This paper has left the house and cannot be cancelled any more.',
    );
  });
}

/** Notes that a paper is not where it should lie. Throws `not-found` or `document-not-placed`. */
export function reportMissing(context: Context, actor: Actor, code: Code): Promise<DocumentState> {
  return changeDocument(context, actor, code, decideMissing, () => {
    return new DomainError(
      'document-not-placed',
      'This paper lies in no place that we know of, so it cannot be missing from one.',
    );
  });
}

/** Fills in key points; the values were checked against the type. */
export function writeKeyPoints(
  context: Context,
  actor: Actor,
  code: Code,
  merge: (state: DocumentState) => Promise<DocumentState['keyPoints']>,
): Promise<DocumentState> {
  const decide = async (state: DocumentState): Promise<Decision> => {
    const keyPoints = await merge(state);
    const same = JSON.stringify(keyPoints) === JSON.stringify(state.keyPoints);
    return same
      ? { outcome: 'already-booked' }
      : { outcome: 'booked', change: { kind: 'key-points', keyPoints } };
  };
  return changeDocument(context, actor, code, decide, () => new Error('key points cannot be refused'));
}

/** Read, decide, write where nothing has changed meanwhile; decide again where it has. */
async function changeDocument(
  { db, clock }: Context,
  actor: Actor,
  code: Code,
  decide: (state: DocumentState) => Decision | Promise<Decision>,
  refused: () => Error,
): Promise<DocumentState> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const before = await getDocument(db, code);
    const decision = await decide(before);
    if (decision.outcome === 'already-booked') return before;
    if (decision.outcome !== 'booked') throw refused();
    const after = await writeOne(before, decision.change);
    if (after) return after;
  }
  throw new DomainError(
    'unavailable',
    'Others keep changing this paper at the same moment. Nothing was changed; try again.',
  );

  async function writeOne(before: DocumentState, change: Change): Promise<DocumentState | undefined> {
    const now = clock.now();
    const cause = { happenedAt: now, recordedAt: now, byUser: actor.userId };
    return db.transaction().execute(async (tx) => (await writeChanges(tx, [{ before, change }], cause))[0]);
  }
}
