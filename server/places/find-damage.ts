import { codeKind, isCode } from '../../shared/codes/code.ts';
import { eventKindNumber } from '../events/events.service.ts';
import type { Queries } from '../platform/db/database.ts';
import {
  type CheckedPlace,
  type GonePlace,
  listCheckedPlaces,
  listFilledRemovedPlaces,
  listGonePlaces,
  listLoosePlaces,
} from './damage.queries.ts';

/** Something about a place that cannot be, with what it is in English. */
export interface PlaceDamage {
  /** As it stands in the database: it may be no code at all. */
  code: string;
  problem: string;
}

const pageSize = 5_000;

/**
 * Everything about places that cannot be, one by one as it is found: codes of another kind, circles, places in
 * nothing, chains that don't end in the row, rows that say something else than their events, rows that went without
 * an event, removed places that hold something. Whether the chains are whole in themselves is asked of the events.
 */
export async function* findPlaceDamage(db: Queries): AsyncIterable<PlaceDamage> {
  for (const { code, parentThere } of await listLoosePlaces(db)) {
    const problem = parentThere
      ? 'it lies in itself, or in something that lies in itself'
      : 'the place that it stands in is not there';
    yield { code: String(code), problem };
  }
  for await (const place of inPages((after) => listCheckedPlaces(db, after, pageSize))) {
    for (const problem of problemsOf(place)) yield { code: String(place.code), problem };
  }
  for await (const place of inPages((after) => listGonePlaces(db, after, pageSize))) {
    if (!isRemoved(place)) yield { code: String(place.code), problem: 'it is gone, but was never removed' };
  }
  for (const code of await listFilledRemovedPlaces(db)) {
    yield { code: String(code), problem: 'it was removed, but something lies in it' };
  }
}

function* problemsOf(place: CheckedPlace): Iterable<string> {
  const code = String(place.code);
  if (!isCode(code)) yield 'its check digits do not fit';
  else if (codeKind(code) !== place.class) yield `its code is not that of a ${place.class}`;
  if (place.number === null || place.hash === null) {
    yield 'it has no events';
    return;
  }
  if (place.number !== place.version) {
    yield `its last event is number ${place.number}, the place is at ${place.version}`;
  } else if (!place.hash.equals(place.head)) yield 'the head of its chain is not the hash of its last event';
  if (isRemoved(place) !== (place.removedAt !== null)) {
    yield place.removedAt ? 'it is marked as removed, but never was' : 'it was removed, but is there';
  } else if (place.removedAt === null && place.place !== place.parent)
    yield 'it stands elsewhere than its last event says';
}

function isRemoved({ kind }: Pick<GonePlace, 'kind'> | CheckedPlace): boolean {
  return kind === eventKindNumber('removed');
}

async function* inPages<R extends { code: number }>(read: (after: number) => Promise<R[]>): AsyncIterable<R> {
  let after = 0;
  for (;;) {
    const rows = await read(after);
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.code;
  }
}
