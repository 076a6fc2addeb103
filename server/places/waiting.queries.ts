import { sql } from 'kysely';
import type { Code } from '../../shared/codes/code.ts';
import { type ExceptionReason, exceptionReasons } from '../../shared/contracts/fields.ts';
import type { Queries } from '../platform/db/database.ts';
import { toCode, toColumn } from './places.queries.ts';

/** A move that was scanned and set aside; `place` null: one that was to be taken back. */
export interface WaitingMoveRow {
  id: string;
  reason: ExceptionReason;
  place: Code | null;
  at: Date;
  recordedAt: Date;
}

/** `scanning` writes these rows, as those of papers; the longest waiting first. */
export async function listWaitingMoves(db: Queries, code: Code): Promise<WaitingMoveRow[]> {
  const rows = await db
    .selectFrom('scanExceptions')
    .select(['id', 'reason', 'place', 'happenedAt', 'recordedAt'])
    .where('code', '=', toColumn(code))
    .where('settledAt', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ id, reason, place, happenedAt, recordedAt }) => ({
    id,
    reason: exceptionReasons[reason] ?? 'too-old',
    place: place === null ? null : toCode(place),
    at: happenedAt,
    recordedAt,
  }));
}

type Aggregated = { id: string; reason: number; place: number | null; at: string; recorded: string }[];

/**
 * The same beside the columns of `places`, for a list: read in the statement that reads the list, so that no decision
 * falls between the two and a box stands where it lay without a doubt.
 */
export const waitingMovesColumn = sql<Aggregated | null>`(
  select json_agg(json_build_object('id', e.id, 'reason', e.reason, 'place', e.place,
           'at', e.happened_at, 'recorded', e.recorded_at) order by e.id)
    from scan_exceptions e where e.code = places.code and e.settled_at is null)`.as('waiting');

export function waitingMovesOf(rows: Aggregated | null): WaitingMoveRow[] {
  return (rows ?? []).map(({ id, reason, place, at, recorded }) => ({
    id,
    reason: exceptionReasons[reason] ?? 'too-old',
    place: place === null ? null : toCode(place),
    at: new Date(at),
    recordedAt: new Date(recorded),
  }));
}
