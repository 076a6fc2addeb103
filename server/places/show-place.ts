import type { Code } from '../../shared/codes/code.ts';
import type { PlaceView } from '../../shared/contracts/places.ts';
import { findSighting } from '../events/events.service.ts';
import type { Context } from '../platform/context.ts';
import type { Queries } from '../platform/db/database.ts';
import { getPlace } from './get-place.ts';
import { findPaths } from './paths.queries.ts';
import { type ListedPlace, listChildren } from './place-lists.queries.ts';
import { countDocuments, countPlaces } from './places.queries.ts';
import { listWaitingMoves } from './waiting.queries.ts';

/** How much lies directly in a place. */
export interface Counts {
  places: number;
  documents: number;
}

const nothing: Counts = { places: 0, documents: 0 };

/** For each of these places; one in which nothing lies is there with zeros. */
export async function countContents(db: Queries, codes: readonly Code[]): Promise<Map<Code, Counts>> {
  const places = await countPlaces(db, codes);
  const documents = await countDocuments(db, codes);
  return new Map(
    codes.map((code) => [code, { places: places.get(code) ?? 0, documents: documents.get(code) ?? 0 }]),
  );
}

type Paths = Awaited<ReturnType<typeof findPaths>>;

/** A place in a list; `paths` has those of all that its late moves name. */
export function presentItem(
  { code, name, kind, capacity, waiting }: Omit<ListedPlace, 'sortName'>,
  counts: Counts | undefined,
  paths: Paths,
) {
  return {
    code,
    name,
    kind,
    capacity,
    ...(counts ?? nothing),
    waiting: waiting.map(({ id, reason, place: where, at, recordedAt }) => ({
      id,
      reason,
      scannedPlace: where === null ? [] : pathOf(paths, where),
      at: at.toISOString(),
      recordedAt: recordedAt.toISOString(),
    })),
  };
}

/** Where late moves put what waits. */
export function placesNamedBy(listed: readonly Pick<ListedPlace, 'waiting'>[]): Code[] {
  return listed.flatMap(({ waiting }) => waiting.flatMap(({ place }) => (place === null ? [] : [place])));
}

/** What a page shows of the things in a place; more than this stand in no box or shelf. */
const mostContents = 2_000;

/** A place with its path and what lies in it. Throws `not-found`. */
export async function showPlace({ db }: Context, code: Code): Promise<PlaceView> {
  // First: a decision that falls between the two is then shown with a doubt too many, never the old place without one.
  const waiting = await listWaitingMoves(db, code);
  const place = { ...(await getPlace(db, code)), waiting };
  const children = await listChildren(db, code, mostContents);
  const counts = await countContents(db, [code, ...children.map((child) => child.code)]);
  const paths = await findPaths(db, [code, ...placesNamedBy([place, ...children])]);
  return {
    ...presentItem(place, counts.get(code), paths),
    country: place.country,
    path: pathOf(paths, code),
    since: place.movedAt.toISOString(),
    lastSeen: await findSighting(db, code),
    contents: children.map((child) => presentItem(child, counts.get(child.code), paths)),
  };
}

function pathOf(paths: Paths, code: Code) {
  return paths.get(code)?.path ?? [];
}
