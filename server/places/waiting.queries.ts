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
