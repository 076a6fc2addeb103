import type { UserView } from '../../shared/contracts/accounts.ts';
import type { Language } from '../../shared/contracts/fields.ts';
import { DomainError } from '../../shared/errors.ts';
import type { Role } from '../../shared/permissions.ts';
import type { Context } from '../platform/context.ts';
import { violatedConstraint } from '../platform/db/constraints.ts';
import { presentUser } from './accounts.present.ts';
import { leavesNoAdministrator } from './accounts.rules.ts';
import { getUser } from './get-user.ts';
import { withHashingTurn } from './hashing-turn.ts';
import { hashPassword, refuseBadPassword } from './passwords.ts';
import { deleteSessions } from './sessions.queries.ts';
import { insertUser, lockAdministrators, updateUser } from './users.queries.ts';

export interface NewUser {
  email: string;
  name: string;
  roles: readonly Role[];
  password?: string | undefined;
  language?: Language | null | undefined;
}

/** Throws `email-taken` or `password-refused`. */
export async function addUser({ db, clock }: Context, user: NewUser): Promise<UserView> {
  const { password } = user;
  if (password !== undefined) refuseBadPassword('password', password, user);
  const passwordHash = password === undefined ? null : await withHashingTurn(() => hashPassword(password));
  const row = await insertUser(db, {
    email: user.email,
    name: user.name,
    roles: [...new Set(user.roles)],
    language: user.language ?? null,
    passwordHash,
    createdAt: clock.now(),
  }).catch(refuseTakenEmail);
  return presentUser(row);
}

export interface UserChange {
  email?: string | undefined;
  name?: string | undefined;
  roles?: Role[] | undefined;
  language?: Language | null | undefined;
  active?: boolean | undefined;
}

/** Throws `not-found`, `email-taken` or `last-administrator`. Who is deactivated is signed out everywhere. */
export async function changeUser({ db, clock }: Context, id: string, change: UserChange): Promise<UserView> {
  const row = await db.transaction().execute(async (tx) => {
    const administrators = await lockAdministrators(tx);
    const user = await getUser(tx, id);
    if (administrators.includes(id) && leavesNoAdministrator(administrators, { userId: id, ...change })) {
      throw new DomainError(
        'last-administrator',
        'This is the last person who can administer Spoor. Make somebody else an administrator first. Nothing was changed.',
      );
    }
    const { email, name, roles, language, active } = change;
    const changed = await updateUser(tx, id, {
      ...(email === undefined ? {} : { email }),
      ...(name === undefined ? {} : { name }),
      ...(roles === undefined ? {} : { roles: [...new Set(roles)] }),
      ...(language === undefined ? {} : { language }),
      ...(active === undefined ? {} : { deactivatedAt: active ? null : (user.deactivatedAt ?? clock.now()) }),
    }).catch(refuseTakenEmail);
    if (active === false) await deleteSessions(tx, { userId: id });
    return changed;
  });
  return presentUser(row);
}

function refuseTakenEmail(error: unknown): never {
  if (violatedConstraint(error) !== 'users_email_key') throw error;
  const message = 'Somebody else has this e-mail address. Give another one, or change that person';
  throw new DomainError('email-taken', `${message}. Nothing was changed.`, {
    errors: [{ field: 'email', code: 'email-taken', message }],
  });
}
