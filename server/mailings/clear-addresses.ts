import { sql } from 'kysely';
import { z } from 'zod';
import { clearAddressesOf, listWithAddress } from '../customers/customers.service.ts';
import { getSettings } from '../organisation/organisation.service.ts';
import type { Queries } from '../platform/db/database.ts';
import { jobKind } from '../platform/jobs/job-kind.ts';

/** Customers a step. */
const chunk = 1_000;

/**
 * Address lines are kept for printing only: they go when every mailing of the customer has been closed for the number
 * of days that the organisation has set (data minimisation, GDPR art. 5(1)(c)). A customer without any mailing
 * keeps them: he has just been imported for one.
 */
export const clearAddressesJob = jobKind({
  kind: 'mailings.clear-addresses',
  input: z.strictObject({}),
  tries: 5,
  cron: '23 3 * * *',
  async work({ context, progress }) {
    const { addressDays } = await getSettings(context.db);
    const before = new Date(context.clock.now().getTime() - addressDays * 86_400_000);
    let after: string | undefined;
    let cleared = 0;
    for (;;) {
      const ids = await listWithAddress(context.db, after, chunk);
      const due = await listWithoutOpenMailing(context.db, ids, before);
      cleared += await clearAddressesOf(context, context.db, due);
      await progress(cleared);
      after = ids.at(-1);
      if (ids.length < chunk) return { cleared };
    }
  },
});

/** Of these customers those who had a mailing, and none that is open or was closed after the moment. */
async function listWithoutOpenMailing(db: Queries, ids: readonly string[], before: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select d.customer_id as id
      from documents d join mailings m on m.id = d.mailing_id
     where d.customer_id = any(${ids}::uuid[])
     group by d.customer_id
    having bool_and(m.state = 'cancelled' or m.closed_at < ${before})`.execute(db);
  return rows.map(({ id }) => id);
}
