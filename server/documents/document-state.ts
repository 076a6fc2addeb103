import type { Code } from '../../shared/codes/code.ts';
import { type Known, knownHow } from '../../shared/contracts/documents.ts';
import { type Whereabouts, whereaboutsStates } from '../../shared/places/whereabouts.ts';

/** A paper as it stands, without whose it is or what its values mean. */
export interface DocumentState {
  code: Code;
  mailingId: string;
  customerId: string;
  processId: string;
  runNumber: number;
  /** Values in the order of the process's variables. */
  status: number[];
  /** The number of its last event, and the hash of that. */
  version: number;
  head: Buffer;
  whereabouts: Whereabouts;
  /** Set exactly when it is `placed`. */
  place: Code | null;
  known: Known;
  since: Date;
  answeredAt: Date | null;
  keyPoints: Record<string, string | number>;
}

/** The numbers by which the database keeps them. */
export function whereaboutsNumber(state: Whereabouts): number {
  return whereaboutsStates.indexOf(state);
}

export function knownNumber(known: Known): number {
  return knownHow.indexOf(known);
}

export function whereaboutsOf(number: number): Whereabouts {
  return whereaboutsStates[number] ?? 'unknown';
}

export function knownOf(number: number): Known {
  return knownHow[number] ?? 'inferred';
}
