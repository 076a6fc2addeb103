import { initialValues, type ProcessDefinition, type Values } from './definition.ts';
import { type Change, confirmMoment, takeBack, transition } from './transition.ts';

/** What an event says about the status of one paper; events about its place are none of these. */
export type StatusEvent =
  /** `confirmed`: booked because a person decided an exception in its favour. */
  | { id: string; kind: 'moment'; moment: string; confirmed?: boolean }
  /** Takes back what the event with this id changed. */
  | { id: string; kind: 'undone'; undoes: string };

/**
 * The status that the events of one paper add up to, oldest first, from the day it was issued. An event that
 * changes nothing (an exception, the same moment again, a moment the process does not have) may be among them.
 */
export function replay(definition: ProcessDefinition, events: Iterable<StatusEvent>): Values {
  let values = initialValues(definition);
  const changes = new Map<string, readonly Change[]>();
  for (const event of events) {
    if (event.kind === 'undone') {
      values = takeBack(definition, values, changes.get(event.undoes) ?? []);
      // A second undo of the same event has nothing left to take back.
      changes.delete(event.undoes);
      continue;
    }
    const decide = event.confirmed === true ? confirmMoment : transition;
    const decided = decide(definition, values, event.moment);
    if (decided.outcome !== 'booked') continue;
    values = decided.values;
    changes.set(event.id, decided.changed);
  }
  return values;
}
