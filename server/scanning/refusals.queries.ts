import {
  type ScanOutcome,
  type ScanProblemCode,
  scanOutcomes,
  scanProblems,
} from '../../shared/contracts/scanning.ts';
import type { Queries } from '../platform/db/database.ts';

export interface Refusal {
  /** Null: it was not twelve digits; then nothing of it is kept, since it could be anything. */
  code: string | null;
  outcome: ScanOutcome;
  problem: ScanProblemCode;
  happenedAt: Date;
  recordedAt: Date;
  stationId: number;
  byUser: string;
}

export async function insertRefusals(db: Queries, refusals: readonly Refusal[]): Promise<void> {
  if (refusals.length === 0) return;
  const rows = refusals.map(({ code, outcome, problem, ...rest }) => ({
    ...rest,
    code: code === null ? null : Number(code),
    outcome: scanOutcomes.indexOf(outcome),
    problem: scanProblems.indexOf(problem),
  }));
  await db.insertInto('scanRefusals').values(rows).execute();
}

/** The latest first; one more than `limit` where there are more. */
export async function listRefusalRows(db: Queries, before: string | undefined, limit: number) {
  let query = db
    .selectFrom('scanRefusals')
    .innerJoin('stations', 'stations.id', 'scanRefusals.stationId')
    .leftJoin('users', 'users.id', 'scanRefusals.byUser')
    .selectAll('scanRefusals')
    .select(['stations.name as stationName', 'users.name as byName']);
  if (before !== undefined) query = query.where('scanRefusals.id', '<', before);
  return query
    .orderBy('scanRefusals.id', 'desc')
    .limit(limit + 1)
    .execute();
}
