import type { SignedInView } from '../../shared/contracts/accounts.ts';
import { DomainError } from '../../shared/errors.ts';
import { permissionsOf, type Role } from '../../shared/permissions.ts';
import type { Context } from '../platform/context.ts';
import type { Queries } from '../platform/db/database.ts';
import type { Origin } from '../platform/http/actor.ts';
import { presentSignedIn } from './accounts.present.ts';
import { sessionExpires } from './accounts.rules.ts';
import { withHashingTurn } from './hashing-turn.ts';
import { verifyPassword } from './passwords.ts';
import { hashToken, makeToken } from './secrets.ts';
import { insertSession } from './sessions.queries.ts';
import { countFailedAttempt, forgetFailures, refuseTooSoon } from './throttle.ts';
import { findUserByEmail, type UserRow, updateUser } from './users.queries.ts';

/** A session that has just begun: the token goes into the cookie and nowhere else. */
export interface OpenedSession {
  token: string;
  expires: Date;
  signedIn: SignedInView;
}

/** Opens a session for the right password. Throws `sign-in-failed` or `too-many-attempts`, alike for unknown accounts. */
export async function signIn(
  context: Context,
  { email, password }: { email: string; password: string },
  origin: Origin,
): Promise<OpenedSession> {
  const user = await checkPassword(context, { email, password }, origin);
  return context.db.transaction().execute((tx) => openSession(context, tx, user, 'password', origin));
}

/** The person whose address and password these are; failures are counted. */
export function checkPassword(
  context: Context,
  { email, password }: { email: string; password: string },
  { ip }: Origin,
): Promise<UserRow> {
  return withHashingTurn(async () => {
    await refuseTooSoon(context, { email, ip });
    const user = await findUserByEmail(context.db, email);
    const usable = user?.deactivatedAt === null ? user.passwordHash : null;
    const right = await verifyPassword(usable, password);
    if (user && right) {
      await forgetFailures(context, email);
      return user;
    }
    await countFailedAttempt(context, { email, ip });
    throw new DomainError(
      'sign-in-failed',
      'E-mail address or password is not right. Nothing else is told, so that nobody can find out who has an account.',
    );
  });
}

/** The seam for other ways to sign in (a directory, single sign-on): whoever has proved who he is gets a session here. */
export async function openSession(
  { clock }: Context,
  tx: Queries,
  user: UserRow,
  method: 'password' | 'link' | 'setup',
  { ip, userAgent }: Origin,
): Promise<OpenedSession> {
  const token = makeToken();
  const startedAt = clock.now();
  const expires = sessionExpires(startedAt);
  await insertSession(tx, {
    tokenHash: hashToken(token),
    userId: user.id,
    method,
    startedAt,
    expiresAt: expires,
    ip,
    userAgent,
  });
  const seen = await updateUser(tx, user.id, { lastSignInAt: startedAt });
  return { token, expires, signedIn: presentSignedIn(seen, new Set(permissionsOf(seen.roles as Role[]))) };
}
