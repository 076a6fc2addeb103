import type { Code } from '../../shared/codes/code.ts';
import type { ExceptionReason } from '../../shared/contracts/fields.ts';
import type { ProcessDefinition } from '../../shared/process/definition.ts';
import { confirmMoment } from '../../shared/process/transition.ts';
import { answeredAtAfter, type Change, isOver, namedValues } from '../documents/documents.rules.ts';
import type { DocumentState } from '../documents/documents.service.ts';

export interface Settling {
  decision: 'scanned' | 'present' | 'dismissed';
  reason: ExceptionReason;
  /** What the scan said. */
  moment: string | undefined;
  place: Code | undefined;
  happenedAt: Date;
}

/** Why it cannot be settled that way, in English. */
export type Settled = { change: Change } | { impossible: string };

/** What a person's decision does to the paper: an event in any case, so that its history shows that he looked. */
export function settlePaper(state: DocumentState, process: ProcessDefinition, asked: Settling): Settled {
  const { decision, reason } = asked;
  if (decision === 'dismissed') return { change: { kind: 'settled' } };
  if (decision === 'present') {
    return reason === 'contradiction'
      ? { change: { kind: 'settled' } }
      : { impossible: 'Nothing contradicts here: book what was scanned, or dismiss it' };
  }
  if (reason === 'changed-since') {
    return {
      impossible: 'Something has happened to this paper since, so the scan is not taken back; dismiss it',
    };
  }
  if (isOver(state))
    return { impossible: 'The paper is void or destroyed: nothing is booked on it any more' };
  return settleAsScanned(state, process, asked);
}

function settleAsScanned(state: DocumentState, process: ProcessDefinition, asked: Settling): Settled {
  const change: Change = { kind: 'settled' };
  if (asked.moment !== undefined) {
    const decided = confirmMoment(process, namedValues(state.status, process), asked.moment);
    if (decided.outcome === 'refused') return { impossible: 'The process of this paper has no such moment' };
    if (decided.outcome === 'booked') {
      change.moment = asked.moment;
      change.status = process.variables.map(({ name }) => decided.values[name] ?? 0);
      change.answeredAt = answeredAtAfter(process, state, change.status, asked.happenedAt);
    }
  }
  // Of a scan that was too old: it may have been put elsewhere since, and then it lies there.
  if (asked.reason === 'too-old' && asked.place !== undefined && state.place === null) {
    change.whereabouts = { state: 'placed', place: asked.place, known: 'scanned' };
  }
  return { change };
}
