import type { GuideView } from '../../shared/contracts/guide.ts';
import { mostCounted } from '../../shared/guide/most-counted.ts';
import { countCustomers } from '../customers/customers.service.ts';
import { findLatestMailing } from '../mailings/mailings.service.ts';
import type { Context } from '../platform/context.ts';
import type { Actor } from '../platform/http/actor.ts';
import { findProgress, writeProgress } from './guide.queries.ts';

/** How far the first steps are: computed each time, so that what was done elsewhere counts too. */
export async function getGuide({ db }: Context, { userId, permissions }: Actor): Promise<GuideView> {
  const [customers, latest, progress] = await Promise.all([
    countCustomers(db, mostCounted),
    findLatestMailing(db),
    findProgress(db, userId),
  ]);
  return {
    customers,
    issued: latest !== undefined,
    mailing: latest && permissions.has('mailings.read') ? { id: latest.id, name: latest.name } : null,
    practisedAt: progress?.practisedAt?.toISOString() ?? null,
    closedAt: progress?.closedAt?.toISOString() ?? null,
  };
}

interface GuideChange {
  practised?: true | undefined;
  closed?: boolean | undefined;
}

export async function changeGuide(
  context: Context,
  actor: Actor,
  { practised, closed }: GuideChange,
): Promise<GuideView> {
  const now = context.clock.now();
  await writeProgress(context.db, actor.userId, {
    ...(practised && { practisedAt: now }),
    ...(closed !== undefined && { closedAt: closed ? now : null }),
  });
  return getGuide(context, actor);
}
