import { DomainError } from '../../shared/errors.ts';
import { roles } from '../../shared/permissions.ts';
import type { Context } from '../platform/context.ts';
import type { Transaction } from '../platform/db/database.ts';
import type { Origin } from '../platform/http/actor.ts';
import { linkLifetimes } from './accounts.rules.ts';
import { withHashingTurn } from './hashing-turn.ts';
import { deleteSetupLinks, insertLink, redeemLink } from './links.queries.ts';
import { hashPassword, refuseBadPassword } from './passwords.ts';
import { hashToken, makeToken } from './secrets.ts';
import { type OpenedSession, openSession } from './sign-in.ts';
import { countFailedAttempt, refuseTooSoon } from './throttle.ts';
import {
  findUserByEmail,
  insertUser,
  listAdministrators,
  lockAdministrators,
  type UserRow,
  updateUser,
} from './users.queries.ts';

interface FirstAdministrator {
  email: string;
  name: string;
  password: string;
}

export async function hasAdministrator({ db }: Context): Promise<boolean> {
  return (await listAdministrators(db)).length > 0;
}

/** The first administrator by the environment, where there is none yet. Throws `password-refused`. */
export async function ensureAdministrator(context: Context, account: FirstAdministrator): Promise<boolean> {
  if (await hasAdministrator(context)) return false;
  refuseBadPassword('SPOOR_ADMIN_PASSWORD', account.password, account);
  const passwordHash = await withHashingTurn(() => hashPassword(account.password));
  return context.db.transaction().execute(async (tx) => {
    if ((await lockAdministrators(tx)).length > 0) return false;
    await makeAdministrator(context, tx, account, passwordHash);
    return true;
  });
}

/** A link for the first visitor, printed by the start. Kept hashed, so each start makes one of its own. */
export async function makeSetupLink({ db, clock }: Context, baseUrl: string): Promise<string> {
  const token = makeToken();
  const createdAt = clock.now();
  const expiresAt = new Date(createdAt.getTime() + linkLifetimes.setup);
  const tokenHash = hashToken(token);
  await insertLink(db, { tokenHash, purpose: 'setup', userId: null, createdBy: null, createdAt, expiresAt });
  return `${baseUrl}/setup#${token}`;
}

/**
 * The first administrator by the link. `inSame` runs in the same transaction, so that either all of the set-up is
 * done or none. Throws `setup-done`, `setup-link-invalid` or `password-refused`.
 */
export async function setUpAdministrator(
  context: Context,
  { token, account }: { token: string; account: FirstAdministrator },
  origin: Origin,
  inSame: (tx: Transaction) => Promise<void>,
): Promise<OpenedSession> {
  await refuseTooSoon(context, { ip: origin.ip });
  if (await hasAdministrator(context)) throw setupDone();
  refuseBadPassword('administrator.password', account.password, account);
  const passwordHash = await withHashingTurn(() => hashPassword(account.password));
  return context.db.transaction().execute(async (tx) => {
    if ((await lockAdministrators(tx)).length > 0) throw setupDone();
    if (!(await redeemLink(tx, hashToken(token), 'setup', context.clock.now()))) {
      await countFailedAttempt(context, { ip: origin.ip });
      throw new DomainError(
        'setup-link-invalid',
        'The link is not valid (any more). Start Spoor again: it prints a new one. Nothing was changed.',
      );
    }
    const user = await makeAdministrator(context, tx, account, passwordHash);
    await deleteSetupLinks(tx);
    await inSame(tx);
    return openSession(context, tx, user, 'setup', origin);
  });
}

/** Every role, for somebody has to be able to give them on. A person of this address is made one again. */
async function makeAdministrator(
  { clock }: Context,
  tx: Transaction,
  { email, name }: FirstAdministrator,
  passwordHash: string,
): Promise<UserRow> {
  const known = await findUserByEmail(tx, email);
  if (known) return updateUser(tx, known.id, { roles: [...roles], passwordHash, deactivatedAt: null });
  return insertUser(tx, { email, name, roles, language: null, passwordHash, createdAt: clock.now() });
}

function setupDone(): DomainError {
  return new DomainError(
    'setup-done',
    'Spoor has been set up. Sign in, or ask an administrator for an account.',
  );
}
