import {
  type DocumentState,
  knownOf,
  listStoredEvents,
  PaperReplay,
  type Replayed,
  whereaboutsOf,
} from '../documents/documents.service.ts';
import type { StoredEvent } from '../events/events.service.ts';
import { getPlace } from '../places/places.service.ts';
import type { Context } from '../platform/context.ts';
import { getCommands, getProcess } from '../processes/processes.service.ts';
import { findTaken } from './read-scans.queries.ts';
import { outcomeOf, type PaperDecision } from './scan.rules.ts';
import type { HalfResult, Scan } from './scan.ts';

/**
 * Takes back what another scan of this paper booked, by an event that sets the paper back to what it was. Only the last
 * thing that happened to a paper can be taken back: under something later it goes to a person.
 */
export async function decideUndo(
  context: Context,
  scan: Scan,
  paper: DocumentState,
  undoes: string,
): Promise<PaperDecision> {
  const taken = await findTaken(context.db, scan.code, undoes);
  if (taken?.undone) return { outcome: { outcome: 'already-booked' } };
  if (!taken || (taken.event === null && !taken.waits)) {
    return { outcome: { outcome: 'refused', problem: 'undo-unknown' } };
  }
  const withdraws = taken.waits ? { withdraws: undoes } : {};
  if (taken.event === null) return { outcome: { outcome: 'booked' }, ...withdraws };
  const process = await getProcess(context, paper.processId);
  const { momentOf } = await getCommands(context.db);
  const replay = new PaperReplay(process, momentOf);
  for (const event of await listStoredEvents(context.db, scan.code)) replay.add(event);
  const last = replay.standing.at(-1);
  if (!last || last.event.number !== taken.event || scan.tooOld || !(await isThere(context, last.before))) {
    return { outcome: { outcome: 'exception' }, exception: scan.tooOld ? 'too-old' : 'changed-since' };
  }
  return { ...setBack(last.event, last.before), ...withdraws };
}

/** The place where it lay before may have been taken away since. */
async function isThere({ db }: Context, { place }: Replayed): Promise<boolean> {
  if (place === undefined) return true;
  return getPlace(db, place).then(
    () => true,
    () => false,
  );
}

function setBack(event: StoredEvent, before: Replayed): PaperDecision {
  const booked: HalfResult = { outcome: 'booked' };
  const status = event.statusAfter !== undefined;
  const moved = event.whereabouts !== undefined && before.whereabouts !== undefined;
  return {
    outcome: { ...outcomeOf(status ? booked : undefined, moved ? booked : undefined), outcome: 'booked' },
    change: {
      kind: 'undone',
      ...(status ? { status: before.status, answeredAt: before.answeredAt } : {}),
      ...(moved
        ? {
            whereabouts: {
              state: whereaboutsOf(before.whereabouts ?? 0),
              place: before.place ?? null,
              known: knownOf(before.known ?? 0),
              ...(before.since ? { since: before.since } : {}),
            },
          }
        : {}),
    },
  };
}
