import { DomainError } from '../../shared/errors.ts';
import type { Context } from '../platform/context.ts';
import type { Actor, Origin } from '../platform/http/actor.ts';
import { linkLifetimes } from './accounts.rules.ts';
import { getUser } from './get-user.ts';
import { withHashingTurn } from './hashing-turn.ts';
import { deleteLinksOf, findLink, insertLink, redeemLink } from './links.queries.ts';
import { hashPassword, refuseBadPassword } from './passwords.ts';
import { hashToken, makeToken } from './secrets.ts';
import { deleteSessions } from './sessions.queries.ts';
import { checkPassword, type OpenedSession, openSession } from './sign-in.ts';
import { countFailedAttempt, forgetFailures, refuseTooSoon } from './throttle.ts';
import { updateUser } from './users.queries.ts';

/** One's own password, by the present one. Every other session of the person ends. */
export async function changeOwnPassword(
  context: Context,
  actor: Actor,
  { current, password }: { current: string; password: string },
  origin: Origin,
): Promise<void> {
  const user = await getUser(context.db, actor.userId);
  refuseBadPassword('password', password, user);
  await checkPassword(context, { email: user.email, password: current }, origin);
  const passwordHash = await withHashingTurn(() => hashPassword(password));
  await context.db.transaction().execute(async (tx) => {
    await updateUser(tx, user.id, { passwordHash });
    await deleteLinksOf(tx, user.id);
    await deleteSessions(tx, { userId: user.id, butId: actor.sessionId });
  });
}

/**
 * A link with which a person sets a new password, good for one day and one use. The token stands behind `#`, which
 * browsers send to nobody: no server's log has it.
 */
export async function makePasswordLink(
  { db, clock }: Context,
  userId: string,
  createdBy: string | null,
  baseUrl: string,
): Promise<{ url: string; expiresAt: string }> {
  const user = await getUser(db, userId);
  const token = makeToken();
  const createdAt = clock.now();
  const expiresAt = new Date(createdAt.getTime() + linkLifetimes.password);
  await db.transaction().execute(async (tx) => {
    await deleteLinksOf(tx, user.id);
    await insertLink(tx, {
      tokenHash: hashToken(token),
      purpose: 'password',
      userId: user.id,
      createdBy,
      createdAt,
      expiresAt,
    });
  });
  return { url: `${baseUrl}/password#${token}`, expiresAt: expiresAt.toISOString() };
}

export async function readPasswordLink(context: Context, token: string, { ip }: Origin) {
  await refuseTooSoon(context, { ip });
  const link = await findLink(context.db, hashToken(token), 'password', context.clock.now());
  if (!link?.userId) {
    await countFailedAttempt(context, { ip });
    throw linkInvalid();
  }
  const { name, email } = await getUser(context.db, link.userId);
  return { name, email, expiresAt: link.expiresAt.toISOString() };
}

/** Sets the password, ends all sessions, and signs in. The link is used up only when all of it is done. */
export async function redeemPasswordLink(
  context: Context,
  { token, password }: { token: string; password: string },
  origin: Origin,
): Promise<OpenedSession> {
  const owner = await readPasswordLink(context, token, origin);
  refuseBadPassword('password', password, owner);
  const passwordHash = await withHashingTurn(() => hashPassword(password));
  const opened = await context.db.transaction().execute(async (tx) => {
    const link = await redeemLink(tx, hashToken(token), 'password', context.clock.now());
    if (!link?.userId) throw linkInvalid();
    const user = await updateUser(tx, link.userId, { passwordHash });
    if (user.deactivatedAt !== null) throw linkInvalid();
    await deleteSessions(tx, { userId: user.id });
    return openSession(context, tx, user, 'link', origin);
  });
  await forgetFailures(context, owner.email);
  return opened;
}

function linkInvalid(): DomainError {
  return new DomainError(
    'password-link-invalid',
    'The link has been used, is past its day or was replaced by a newer one. Ask an administrator for a new link.',
  );
}
