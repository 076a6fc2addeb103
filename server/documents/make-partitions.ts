import { sql } from 'kysely';
import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import { jobKind } from '../platform/jobs/job-kind.ts';

/** Months for which the partitions of events are made ahead. */
const monthsAhead = 4;

/** Makes what is missing; returns how many were made. Also at each start, for a product that was off for long. */
export async function makeEventPartitions({ db, clock }: Context): Promise<number> {
  const { rows } = await sql<{ made: number }>`
    select make_event_partitions(${clock.now()}::date, ${monthsAhead}::int) as made`.execute(db);
  return rows[0]?.made ?? 0;
}

export const makePartitionsJob = jobKind({
  kind: 'documents.make-partitions',
  input: z.strictObject({}),
  tries: 5,
  cron: '41 2 * * *',
  work: async ({ context }) => ({ made: await makeEventPartitions(context) }),
});
