import { type EventKind, eventKinds } from '../../shared/contracts/documents.ts';
import type { Queries } from '../platform/db/database.ts';
import type { ChainedEvent, NewEvent } from './event.ts';
import { hashEvent } from './event-hash.ts';
import { insertEventRows } from './events.queries.ts';

export type { ChainedEvent, NewEvent, StoredEvent } from './event.ts';
export { chainStart, hashEvent } from './event-hash.ts';
export { type EventRow, listEventRows, listEventsOfCodes } from './events.queries.ts';
export { findSighting, noteSighting } from './sightings.queries.ts';

/** The number that stands for a kind in the database. */
export function eventKindNumber(kind: EventKind): number {
  return eventKinds.indexOf(kind) + 1;
}

export function chainEvent(previous: Buffer, event: NewEvent): ChainedEvent {
  const stored = { ...event, kind: eventKindNumber(event.kind) };
  return { ...stored, hash: hashEvent(previous, stored) };
}

/** Appends events, in one statement. The caller writes the new heads in the same transaction. */
export async function appendEvents(tx: Queries, events: readonly ChainedEvent[]): Promise<void> {
  if (events.length > 0) await insertEventRows(tx, events);
}
