import { sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '../platform/db/database.ts';
import { jobKind } from '../platform/jobs/job-kind.ts';
import { rememberedFor } from './scan.rules.ts';

/** Rows a step, so that no transaction grows long. */
const chunk = 10_000;

/** Scans, refusals past the time for which they are remembered. An older scan that is sent again goes to a person. */
export const forgetScansJob = jobKind({
  kind: 'scanning.forget',
  input: z.strictObject({}),
  tries: 3,
  cron: '23 3 * * *',
  async work({ context: { db, clock }, progress }) {
    const before = new Date(clock.now().getTime() - rememberedFor);
    const scans = await forget(db, 'scans', before);
    await progress(1, 2);
    const refusals = await forget(db, 'scan_refusals', before);
    await progress(2, 2);
    return { scans, refusals };
  },
});

async function forget(db: Database, table: 'scans' | 'scan_refusals', before: Date): Promise<number> {
  let gone = 0;
  for (;;) {
    const { numAffectedRows } = await sql`
      delete from ${sql.table(table)} where ctid = any(array(
        select ctid from ${sql.table(table)} where recorded_at < ${before} limit ${chunk}))`.execute(db);
    gone += Number(numAffectedRows ?? 0);
    if (Number(numAffectedRows ?? 0) < chunk) return gone;
  }
}
