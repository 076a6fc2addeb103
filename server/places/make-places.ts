import type { Code } from '../../shared/codes/code.ts';
import type { PlaceKind } from '../../shared/contracts/places.ts';
import { fieldError } from '../../shared/errors.ts';
import { classOf } from '../../shared/places/placement.ts';
import { issueCodes } from '../codes/codes.service.ts';
import { appendEvents, chainEvent, chainStart } from '../events/events.service.ts';
import type { Transaction } from '../platform/db/database.ts';
import { getPlaceLocked } from './get-place.ts';
import { insertPlaces, type PlaceRow } from './places.queries.ts';
import { explainPlacement } from './places.rules.ts';

/** Where new places are to stand; refuses what may not stand there. Throws `not-found` and `invalid-request`. */
export async function getParent(
  tx: Transaction,
  kind: PlaceKind,
  code: Code | null,
): Promise<PlaceRow | null> {
  const parent = code === null ? null : await getPlaceLocked(tx, code, 'stay', 'in');
  const objection = explainPlacement(kind, parent?.kind ?? null);
  if (objection) throw fieldError('in', objection.code, `${objection.message}. Nothing was changed.`);
  return parent;
}

interface NewPlaces {
  kind: PlaceKind;
  names: readonly string[];
  parent: Code | null;
  country: string | null;
  capacity: number | null;
}

/** Codes, rows and events of new places, in the order of their names. Throws `issuing-stopped`. */
export async function makePlaces(
  tx: Transaction,
  { kind, names, parent, country, capacity }: NewPlaces,
  { now, byUser }: { now: Date; byUser: string },
): Promise<PlaceRow[]> {
  const codes = await issueCodes(tx, classOf(kind), names.length);
  const events = codes.map((code) =>
    chainEvent(chainStart, {
      code,
      number: 1,
      kind: 'made',
      happenedAt: now,
      recordedAt: now,
      place: parent ?? undefined,
      byUser,
    }),
  );
  const places = events.map((event, index): PlaceRow => {
    const name = names[index] ?? '';
    const dates = { movedAt: now, createdAt: now };
    const chain = { version: event.number, head: event.hash };
    return {
      code: event.code,
      class: classOf(kind),
      kind,
      name,
      parent,
      country,
      capacity,
      removedAt: null,
      ...dates,
      ...chain,
    };
  });
  await insertPlaces(tx, places);
  await appendEvents(tx, events);
  return places;
}
