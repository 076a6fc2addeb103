import { DomainError, fieldError } from '../../shared/errors.ts';
import type { Permission } from '../../shared/permissions.ts';
import type { Context } from '../platform/context.ts';
import type { Actor } from '../platform/http/actor.ts';
import { presentApiKey } from './accounts.present.ts';
import { apiKeyLifetimes } from './accounts.rules.ts';
import { insertApiKey, revokeApiKey } from './api-keys.queries.ts';
import { hashToken, makeApiKey } from './secrets.ts';

interface NewApiKey {
  name: string;
  scopes: Permission[];
  expiresAt?: string | undefined;
}

/** Makes a key that may do at most what its maker may. The key itself is in the answer and kept nowhere. */
export async function addApiKey(
  { db, clock }: Context,
  actor: Actor,
  { name, scopes, expiresAt }: NewApiKey,
) {
  const missing = scopes.find((scope) => !actor.permissions.has(scope));
  if (missing !== undefined) {
    const message = `You do not hold ${missing} yourself, so a key of yours cannot either. Leave it out`;
    throw new DomainError('not-allowed', `${message}. Nothing was changed.`, {
      errors: [{ field: 'scopes', code: 'scope-not-held', message }],
    });
  }
  const createdAt = clock.now();
  const { key, prefix } = makeApiKey();
  const row = await insertApiKey(db, {
    prefix,
    secretHash: hashToken(key),
    name,
    scopes: [...new Set(scopes)],
    userId: actor.userId,
    createdAt,
    expiresAt: expiry(expiresAt, createdAt),
  });
  return { ...presentApiKey(row), key };
}

function expiry(asked: string | undefined, now: Date): Date {
  if (asked === undefined) return new Date(now.getTime() + apiKeyLifetimes.usual);
  const date = new Date(asked);
  if (date <= now) throw fieldError('expiresAt', 'date-past', 'Give a moment that is still to come');
  if (date.getTime() > now.getTime() + apiKeyLifetimes.longest) {
    throw fieldError('expiresAt', 'date-too-far', 'Give a moment within the next two years');
  }
  return date;
}

/** Throws `not-found`. */
export async function revokeKey({ db, clock }: Context, id: string): Promise<void> {
  if (await revokeApiKey(db, id, clock.now())) return;
  throw new DomainError('not-found', 'There is no such API key.');
}
