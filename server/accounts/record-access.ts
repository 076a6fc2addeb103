import type { Context } from '../platform/context.ts';
import type { Actor, Origin } from '../platform/http/actor.ts';
import { insertAccess } from './access-log.queries.ts';

export interface Access {
  /** `<area>.<what happened>`, e.g. `accounts.people-listed`. */
  action: string;
  /** Absent where it is a whole list. */
  subject?: { kind: string; id: string };
}

/** Puts a look at personal data on record. Called before the data is given out: no record, no look. */
export async function recordAccess(
  { db, clock }: Context,
  actor: Actor,
  origin: Origin,
  { action, subject }: Access,
): Promise<void> {
  await insertAccess(db, {
    at: clock.now(),
    userId: actor.userId,
    apiKeyId: actor.apiKeyId ?? null,
    action,
    subjectKind: subject?.kind ?? null,
    subjectId: subject?.id ?? null,
    ip: origin.ip,
    requestId: origin.requestId,
  });
}
