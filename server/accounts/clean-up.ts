import { z } from 'zod';
import { jobKind } from '../platform/jobs/job-kind.ts';
import { longestThrottle, sessionLimits } from './accounts.rules.ts';
import { deleteLinksOver } from './links.queries.ts';
import { deleteSessionsOver } from './sessions.queries.ts';
import { deleteThrottlesBefore } from './throttle.queries.ts';

/** What nobody needs any more: sessions that are over, links used or past their day, failures long forgotten. */
export const cleanUpAccounts = jobKind({
  kind: 'accounts.clean-up',
  input: z.strictObject({}),
  tries: 3,
  cron: '17 * * * *',
  async work({ context: { db, clock }, progress }) {
    const now = clock.now();
    const before = (ms: number) => new Date(now.getTime() - ms);
    const sessions = await deleteSessionsOver(db, now, before(sessionLimits.idle));
    await progress(1, 3);
    const links = await deleteLinksOver(db, now);
    await progress(2, 3);
    const throttles = await deleteThrottlesBefore(db, before(longestThrottle));
    await progress(3, 3);
    return { sessions, links, throttles };
  },
});
