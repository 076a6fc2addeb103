import type { Code } from '../../shared/codes/code.ts';
import { type EventsView, type EventView, eventKinds } from '../../shared/contracts/documents.ts';
import { type EventRow, findSighting, listEventRows } from '../events/events.service.ts';
import { findPaths } from '../places/places.service.ts';
import type { Context } from '../platform/context.ts';
import { whereaboutsOf } from './document-state.ts';
import { getDocument } from './get-document.ts';

type Paths = Awaited<ReturnType<typeof findPaths>>;

/** What happened to a paper, oldest first, and where it was seen since. Throws `not-found`. */
export async function listEventsOf({ db }: Context, code: Code): Promise<EventsView> {
  await getDocument(db, code);
  const rows = await listEventRows(db, code);
  const places = rows.flatMap(({ place }) => (place === null ? [] : [String(place) as Code]));
  const paths = await findPaths(db, [...new Set(places)]);
  return {
    items: rows.map((row) => presentEvent(row, paths)),
    nextCursor: null,
    lastSeen: await findSighting(db, code),
  };
}

function presentEvent(row: EventRow, paths: Paths): EventView {
  const kind = eventKinds[row.kind - 1] ?? 'moment';
  return {
    id: `${row.code}-${row.number}`,
    kind,
    ...(row.momentName === null ? {} : { moment: row.momentName }),
    ...presentPlace(row, paths),
    at: row.happenedAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
    by: row.byUser === null ? null : { id: row.byUser, name: row.userName ?? row.byUser },
    ...(row.stationName === null ? {} : { station: row.stationName }),
  };
}

function presentPlace(row: EventRow, paths: Paths): Pick<EventView, 'place'> {
  if (row.whereabouts === null && row.place === null) return {};
  const path = row.place === null ? [] : (paths.get(String(row.place) as Code)?.path ?? []);
  return {
    place: { ...(row.whereabouts === null ? {} : { state: whereaboutsOf(row.whereabouts) }), path },
  };
}
