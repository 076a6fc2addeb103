import type { EventKind, Known, Whereabouts } from '../../shared/contracts/documents.ts';
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
  whereabouts?: { state: Whereabouts; place: DocumentState['place']; known: Known };
  keyPoints?: DocumentState['keyPoints'];
}

export type Decision =
  | { outcome: 'booked'; change: Change }
  | { outcome: 'already-booked' }
  | { outcome: 'refused'; reason: 'moment-unknown' | 'moment-not-allowed' }
  | { outcome: 'exception' };

/** Whether the paper is still in the house and of this world. */
function isOver({ whereabouts }: DocumentState): boolean {
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

function namedValues(status: readonly number[], process: ProcessDefinition): Record<string, number> {
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
