import type { EventKind, Known } from '../../shared/contracts/documents.ts';
import type { Whereabouts } from '../../shared/places/whereabouts.ts';
import type { ProcessDefinition } from '../../shared/process/definition.ts';
import { type Transition, transition } from '../../shared/process/transition.ts';
import type { DocumentState } from './document-state.ts';

/** The law of one paper: what may happen to it, and what it is like afterwards. Pure. */

/** What an event changes of a paper. What is absent stays. */
export interface Change {
  kind: EventKind;
  moment?: string;
  status?: number[];
  /** The status as figures lose it: a cancelled paper counts no longer. */
  leaves?: boolean;
  /** `since`: where it is not the moment of the event itself. */
  whereabouts?: { state: Whereabouts; place: DocumentState['place']; known: Known; since?: Date };
  /** When the answer came that it has now; null: it has none. */
  answeredAt?: Date | null;
  keyPoints?: DocumentState['keyPoints'];
}

export type Decision =
  | { outcome: 'booked'; change: Change }
  | { outcome: 'already-booked' }
  | { outcome: 'refused'; reason: 'moment-unknown' | 'moment-not-allowed' }
  | { outcome: 'exception' };

/** Whether the paper is still in the house and of this world. */
export function isOver({ whereabouts }: DocumentState): boolean {
  return whereabouts === 'void' || whereabouts === 'destroyed';
}

/** The moment of a mailing's going out, for one of its papers. */
export function decideMailed(state: DocumentState, process: ProcessDefinition): Decision {
  if (isOver(state)) return { outcome: 'refused', reason: 'moment-not-allowed' };
  const decided: Transition = transition(process, namedValues(state.status, process), 'mailed');
  if (decided.outcome === 'refused') return { outcome: 'refused', reason: decided.reason };
  if (decided.outcome !== 'booked') return { outcome: decided.outcome };
  const status = process.variables.map(({ name }) => decided.values[name] ?? 0);
  const leaves = state.whereabouts === 'not-yet-mailed';
  return {
    outcome: 'booked',
    change: {
      kind: 'moment',
      moment: 'mailed',
      status,
      ...(leaves ? { whereabouts: { state: 'sent', place: null, known: 'list' } } : {}),
    },
  };
}

/** A status by the names of its variables. */
export function namedValues(status: readonly number[], process: ProcessDefinition): Record<string, number> {
  return Object.fromEntries(
    process.variables.map(({ name, initial }, index) => [name, status[index] ?? initial]),
  );
}

/** A paper can be cancelled until it has left the house. */
export function decideCancelled(state: DocumentState): Decision {
  if (state.whereabouts === 'void') return { outcome: 'already-booked' };
  if (state.whereabouts !== 'not-yet-mailed') return { outcome: 'refused', reason: 'moment-not-allowed' };
  return {
    outcome: 'booked',
    change: { kind: 'void', leaves: true, whereabouts: { state: 'void', place: null, known: 'reported' } },
  };
}

/** Somebody has looked where it should lie, and it is not there. */
export function decideMissing(state: DocumentState): Decision {
  if (state.whereabouts === 'unknown') return { outcome: 'already-booked' };
  if (state.whereabouts !== 'placed') return { outcome: 'refused', reason: 'moment-not-allowed' };
  return {
    outcome: 'booked',
    change: { kind: 'missing', whereabouts: { state: 'unknown', place: null, known: 'reported' } },
  };
}

/** When the answer came that a paper has after a change of its status; null while it has none. */
export function answeredAtAfter(
  process: ProcessDefinition,
  before: { status: readonly number[]; answeredAt: Date | null },
  status: readonly number[],
  at: Date,
): Date | null {
  const index = process.variables.findIndex(({ name }) => name === process.answer);
  const initial = process.variables[index]?.initial;
  const answer = status[index];
  if (answer === undefined || answer === initial) return null;
  return answer === before.status[index] ? before.answeredAt : at;
}
