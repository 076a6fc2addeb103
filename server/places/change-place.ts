import type { Code } from '../../shared/codes/code.ts';
import { formatCode } from '../../shared/codes/code.ts';
import type { PlaceView } from '../../shared/contracts/places.ts';
import { DomainError, fieldError } from '../../shared/errors.ts';
import { appendEvents, type ChainedEvent, chainEvent, type NewEvent } from '../events/events.service.ts';
import type { Context } from '../platform/context.ts';
import type { Transaction } from '../platform/db/database.ts';
import type { Actor } from '../platform/http/actor.ts';
import { getPlaceLocked } from './get-place.ts';
import { getParent } from './make-places.ts';
import { findPaths } from './paths.queries.ts';
import { lockMoves, lockNames, type PlaceChange, type PlaceRow, updatePlace } from './places.queries.ts';
import { refuseFull } from './refuse-full.ts';
import { refuseTakenName } from './refuse-taken-name.ts';
import { showPlace } from './show-place.ts';

interface AskedChange {
  name?: string | undefined;
  capacity?: number | null | undefined;
  country?: string | null | undefined;
  in?: Code | undefined;
}

/**
 * Renames a place, changes its capacity or country, or moves it with all that is in it: all of it or nothing. Throws
 * `not-found`, `name-taken`, `place-full`, `place-in-itself`, `location-does-not-move`.
 */
export async function changePlace(
  context: Context,
  actor: Actor,
  code: Code,
  asked: AskedChange,
): Promise<PlaceView> {
  const { name, capacity, country, in: target } = asked;
  const now = context.clock.now();
  const taken =
    name === undefined
      ? 'There is a place of this name already where it is to go. Rename one of them'
      : `There is ${name} in this place already. Choose another name`;
  await context.db
    .transaction()
    .execute(async (tx) => {
      if (target !== undefined) await lockMoves(tx);
      if (name !== undefined) await lockNames(tx);
      const place = await getPlaceLocked(tx, code, 'change');
      if (country && place.class === 'container') throw countryOfContainer(place);
      const details = {
        ...(name === undefined ? {} : { name }),
        ...(capacity === undefined ? {} : { capacity }),
        ...(country === undefined ? {} : { country }),
      };
      const when = { happenedAt: now, recordedAt: now, byUser: actor.userId };
      const moved = target === undefined ? undefined : await prepareMove(tx, place, target, when);
      await writeChange(tx, place, details, moved);
    })
    .catch(refuseTakenName(name === undefined ? 'in' : 'name', taken));
  return showPlace(context, code);
}

function countryOfContainer({ kind }: PlaceRow): DomainError {
  const message = `A ${kind} moves, so its country is that of the place where it stands. Leave this out`;
  return fieldError('country', 'country-of-container', `${message}. Nothing was changed.`);
}

/** When a container moved, and who or what did it. */
export type MoveCause = Pick<
  NewEvent,
  'happenedAt' | 'statedAt' | 'recordedAt' | 'byUser' | 'stationId' | 'cause'
>;

/**
 * Moves a container with all that is in it, within the caller's transaction; false where it stands there already.
 * Waits for other moves, so a caller that locks rows of places first calls `lockMoves` before. Throws `not-found`,
 * `place-full`, `place-in-itself`, `location-does-not-move`, `name-taken` (the transaction cannot go on after the last).
 */
export async function moveContainer(
  tx: Transaction,
  code: Code,
  target: Code,
  cause: MoveCause,
): Promise<boolean> {
  await lockMoves(tx);
  const place = await getPlaceLocked(tx, code, 'change');
  const moved = await prepareMove(tx, place, target, cause);
  const taken = 'There is a container of this name already where it is to go. Rename one of them';
  await writeChange(tx, place, {}, moved).catch(refuseTakenName('in', taken));
  return moved !== undefined;
}

async function writeChange(
  tx: Transaction,
  place: PlaceRow,
  details: PlaceChange,
  moved: ChainedEvent | undefined,
): Promise<void> {
  if (!moved?.place) return updatePlace(tx, place, details);
  const { place: parent, happenedAt: movedAt, number: version, hash: head } = moved;
  await updatePlace(tx, place, { ...details, move: { parent, movedAt, version, head } });
  await appendEvents(tx, [moved]);
}

/** The event of the move, undefined where there is none to make. With the locks on moves and on the place. */
async function prepareMove(
  tx: Transaction,
  place: PlaceRow,
  target: Code,
  cause: MoveCause,
): Promise<ChainedEvent | undefined> {
  if (place.parent === target) return undefined;
  if (place.class === 'location') throw locationStays(place);
  const parent = await getParent(tx, place.kind, target);
  const above = (await findPaths(tx, [target])).get(target)?.path ?? [];
  if (above.some(({ code }) => code === place.code)) throw inItself(place, target);
  if (parent) await refuseFull(tx, parent);
  const { code, version, head } = place;
  return chainEvent(head, { ...cause, code, number: version + 1, kind: 'moved', place: target });
}

function locationStays({ kind, code }: PlaceRow): DomainError {
  const message = `${formatCode(code)} is a ${kind}, which stays where it is. Move the containers that stand in it`;
  return new DomainError('location-does-not-move', `${message}. Nothing was changed.`, {
    errors: [{ field: 'in', code: 'location-does-not-move', message }],
  });
}

function inItself({ kind, code }: PlaceRow, target: Code): DomainError {
  const message =
    code === target
      ? `A ${kind} cannot lie in itself. Name another place`
      : `${formatCode(target)} lies in this ${kind}. Take it out first, or name another place`;
  return new DomainError('place-in-itself', `${message}. Nothing was changed.`, {
    errors: [{ field: 'in', code: 'place-in-itself', message }],
  });
}
