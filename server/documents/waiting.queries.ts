import { sql } from 'kysely';
import type { Code } from '../../shared/codes/code.ts';
import { type ExceptionReason, exceptionReasons } from '../../shared/contracts/fields.ts';
import type { DocumentState } from './document-state.ts';

/** A scan of a paper that waits for a person, as it is kept. */
export interface WaitingRow {
  id: string;
  reason: ExceptionReason;
  moment: Code | null;
  place: Code | null;
  at: Date;
  recordedAt: Date;
}

/** A paper as it is shown: with what was set aside of it at the very moment at which it stood so. */
export interface ShownDocument extends DocumentState {
  waiting: WaitingRow[];
}

type Aggregated = {
  id: string;
  reason: number;
  moment: number | null;
  place: number | null;
  at: string;
  recorded: string;
}[];

/**
 * A column beside those of `documents`. `scanning` writes these rows, and a paper keeps no copy of them that could be
 * out of step. Read in the statement that reads the paper, and nowhere else: in two statements a decision could fall
 * between them, and the old answer would be shown as if nobody had doubted it.
 */
export const waitingColumn = sql<Aggregated | null>`(
  select json_agg(json_build_object('id', e.id, 'reason', e.reason, 'moment', e.moment, 'place', e.place,
           'at', e.happened_at, 'recorded', e.recorded_at) order by e.id)
    from scan_exceptions e where e.code = documents.code and e.settled_at is null)`.as('waiting');

export function waitingOf(rows: Aggregated | null): WaitingRow[] {
  const code = (number: number | null) => (number === null ? null : (String(number) as Code));
  return (rows ?? []).map(({ id, reason, moment, place, at, recorded }) => ({
    id,
    reason: exceptionReasons[reason] ?? 'contradiction',
    moment: code(moment),
    place: code(place),
    at: new Date(at),
    recordedAt: new Date(recorded),
  }));
}
