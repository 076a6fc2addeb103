import type { Code } from '../../shared/codes/code.ts';
import { eventKinds } from '../../shared/contracts/documents.ts';
import { initialValues } from '../../shared/process/definition.ts';
import { transition } from '../../shared/process/transition.ts';
import { chainStart, hashEvent, type StoredEvent } from '../events/events.service.ts';
import { type LoadedProcess, statusOf, valuesOf } from '../processes/processes.service.ts';
import { type DocumentState, whereaboutsNumber } from './document-state.ts';

/** An event as the check reads it: as it was hashed, with the hash that is kept. */
export interface KeptEvent {
  event: StoredEvent;
  hash: Buffer;
}

/**
 * What is wrong with a paper in the light of its events, in words for an administrator; empty where all is well. Pure:
 * the same chain, replayed by the same function that booked it.
 */
export function checkHistory(
  paper: DocumentState,
  events: readonly KeptEvent[],
  process: LoadedProcess,
  momentOf: ReadonlyMap<Code, string>,
): string[] {
  const found: string[] = [];
  let head = chainStart;
  let status = statusOf(process, initialValues(process.process));
  let whereabouts: number | undefined;
  let place: Code | undefined;
  for (const [index, { event, hash }] of events.entries()) {
    if (event.number !== index + 1) found.push(`event ${index + 1} is missing`);
    if (!hashEvent(head, event).equals(hash)) found.push(`event ${event.number} is not as it was written`);
    head = hash;
    status = replayStatus(status, event, process, momentOf) ?? status;
    const after = event.statusAfter;
    if (after && !sameValues(after, status)) {
      found.push(`event ${event.number} says ${after} where its moment gives ${status}`);
    }
    if (event.whereabouts !== undefined) {
      whereabouts = event.whereabouts;
      place = whereabouts === whereaboutsNumber('placed') ? event.place : undefined;
    }
  }
  if (events.length !== paper.version)
    found.push(`${paper.version} events should be there, ${events.length} are`);
  if (!head.equals(paper.head)) found.push('the last event is not the one that the paper knows');
  if (!sameValues(status, paper.status))
    found.push(`its status is ${paper.status}, its events give ${status}`);
  if (whereabouts !== whereaboutsNumber(paper.whereabouts) || place !== (paper.place ?? undefined)) {
    found.push('it is somewhere else than its events say');
  }
  return found;
}

/** The status after an event; undefined where the event does not touch it. */
function replayStatus(
  status: readonly number[],
  event: StoredEvent,
  process: LoadedProcess,
  momentOf: ReadonlyMap<Code, string>,
): number[] | undefined {
  if (eventKinds[event.kind - 1] !== 'moment' || event.moment === undefined) return undefined;
  const moment = momentOf.get(event.moment) ?? '';
  const decided = transition(process.process, valuesOf(process, status), moment);
  return decided.outcome === 'booked' ? statusOf(process, decided.values) : undefined;
}

function sameValues(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
