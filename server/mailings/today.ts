import { getOrganisation } from '../organisation/organisation.service.ts';
import type { Context } from '../platform/context.ts';

/** The day that it is where the organisation is, as `YYYY-MM-DD`. */
export async function today(context: Context): Promise<string> {
  const { timeZone } = await getOrganisation(context);
  // Swedish writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(context.clock.now());
}
