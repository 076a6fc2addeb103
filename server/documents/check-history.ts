import type { Code } from '../../shared/codes/code.ts';
import { chainStart, hashEvent, type StoredEvent } from '../events/events.service.ts';
import type { LoadedProcess } from '../processes/processes.service.ts';
import { type DocumentState, whereaboutsNumber } from './document-state.ts';
import { PaperReplay } from './replay-paper.ts';

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
  const replay = new PaperReplay(process, momentOf);
  let head = chainStart;
  for (const [index, { event, hash }] of events.entries()) {
    if (event.number !== index + 1) found.push(`event ${index + 1} is missing`);
    if (!hashEvent(head, event).equals(hash)) found.push(`event ${event.number} is not as it was written`);
    head = hash;
    replay.add(event);
    const after = event.statusAfter;
    if (after && !sameValues(after, replay.now.status)) {
      found.push(`event ${event.number} says ${after} where its moment gives ${replay.now.status}`);
    }
  }
  const { status, whereabouts, place, answeredAt } = replay.now;
  if (events.length !== paper.version)
    found.push(`${paper.version} events should be there, ${events.length} are`);
  if (!head.equals(paper.head)) found.push('the last event is not the one that the paper knows');
  if (!sameValues(status, paper.status))
    found.push(`its status is ${paper.status}, its events give ${status}`);
  if (whereabouts !== whereaboutsNumber(paper.whereabouts) || place !== (paper.place ?? undefined)) {
    found.push('it is somewhere else than its events say');
  }
  if (answeredAt?.getTime() !== paper.answeredAt?.getTime()) {
    found.push('its answer came at another time than its events say');
  }
  return found;
}

function sameValues(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
