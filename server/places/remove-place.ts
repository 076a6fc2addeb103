import type { Code } from '../../shared/codes/code.ts';
import { DomainError } from '../../shared/errors.ts';
import { appendEvents, chainEvent } from '../events/events.service.ts';
import type { Context } from '../platform/context.ts';
import type { Actor } from '../platform/http/actor.ts';
import { getPlaceLocked } from './get-place.ts';
import { countDocuments, countPlaces, updatePlace } from './places.queries.ts';

/**
 * Takes away a place in which nothing lies. What happened to it stays, and what it was called; its code is never used
 * again, its name is free. Throws
 * `not-found` and `place-not-empty`.
 */
export async function removePlace({ db, clock }: Context, actor: Actor, code: Code): Promise<void> {
  const now = clock.now();
  await db.transaction().execute(async (tx) => {
    // Counted by statements of their own after the lock, so that what others have just put in is seen.
    const place = await getPlaceLocked(tx, code, 'remove');
    const places = (await countPlaces(tx, [code])).get(code) ?? 0;
    const documents = (await countDocuments(tx, [code])).get(code) ?? 0;
    if (places + documents > 0) throw notEmpty(places, documents);
    const cause = { happenedAt: now, recordedAt: now, byUser: actor.userId };
    const number = place.version + 1;
    const removed = chainEvent(place.head, { ...cause, code, number, kind: 'removed', place: undefined });
    await updatePlace(tx, place, { removal: { removedAt: now, version: number, head: removed.hash } });
    await appendEvents(tx, [removed]);
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
