import { z } from 'zod';
import { scanOutcomes, scanProblems } from '../../shared/contracts/scanning.ts';
import type { Context } from '../platform/context.ts';
import { pageOf, readCursor } from '../platform/http/cursor.ts';
import { listRefusalRows } from './refusals.queries.ts';

const cursorKey = z.object({ id: z.uuid() });

interface Asked {
  cursor?: string | undefined;
  limit: number;
}

/** What was turned down, the latest first. */
export async function listRefusals({ db }: Context, asked: Asked) {
  const before = readCursor(cursorKey, asked.cursor)?.id;
  const page = pageOf(await listRefusalRows(db, before, asked.limit), asked.limit, ({ id }) => ({ id }));
  const items = page.rows.map((row) => ({
    id: row.id,
    code: row.code === null ? null : String(row.code).padStart(12, '0'),
    outcome: scanOutcomes[row.outcome] as 'refused' | 'partly' | 'unknown',
    problem: scanProblems[row.problem] ?? ('code-unknown' as const),
    at: row.happenedAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
    by: row.byUser === null ? null : { id: row.byUser, name: row.byName ?? row.byUser },
    station: row.stationName,
  }));
  return { items, nextCursor: page.nextCursor };
}
