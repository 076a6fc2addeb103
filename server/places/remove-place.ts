import type { Code } from '../../shared/codes/code.ts';
import { DomainError } from '../../shared/errors.ts';
import { appendEvents, chainEvent } from '../events/events.service.ts';
import type { Context } from '../platform/context.ts';
import type { Actor } from '../platform/http/actor.ts';
import { getPlaceLocked } from './get-place.ts';
import { countDocuments, countPlaces, deletePlace } from './places.queries.ts';

/**
 * Takes away a place in which nothing lies; what happened to it stays, its code is never used again. Throws
 * `not-found` and `place-not-empty`.
 */
export async function removePlace({ db, clock }: Context, actor: Actor, code: Code): Promise<void> {
  const now = clock.now();
  await db.transaction().execute(async (tx) => {
    // Counted by statements of their own after the lock, so that what others have just put in is seen.
    const { version, head } = await getPlaceLocked(tx, code, 'remove');
    const places = (await countPlaces(tx, [code])).get(code) ?? 0;
    const documents = (await countDocuments(tx, [code])).get(code) ?? 0;
    if (places + documents > 0) throw notEmpty(places, documents);
    const cause = { happenedAt: now, recordedAt: now, byUser: actor.userId };
    await appendEvents(tx, [
      chainEvent(head, { ...cause, code, number: version + 1, kind: 'removed', place: undefined }),
    ]);
    await deletePlace(tx, code);
  });
}

function notEmpty(places: number, documents: number): DomainError {
  const count = (number: number, one: string, more: string) =>
    number === 0 ? [] : [`${number} ${number === 1 ? one : more}`];
  const holds = [...count(places, 'place', 'places'), ...count(documents, 'paper', 'papers')].join(' and ');
  return new DomainError(
    'place-not-empty',
    `There is something in this place: ${holds}. Put it elsewhere first. Nothing was changed.`,
    { params: { places, documents } },
  );
}
