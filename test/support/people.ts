import { openSession } from '../../server/accounts/sign-in.ts';
import { findUserByEmail } from '../../server/accounts/users.queries.ts';
import type { Context } from '../../server/platform/context.ts';
import { type Permission, roles } from '../../shared/permissions.ts';
import { ApiClient } from './api-client.ts';
import type { TestApp } from './test-app.ts';

const from = {
  requestId: '',
  ip: '127.0.0.1',
  userAgent: 'test',
  secure: false,
  language: 'en' as const,
  requestKey: undefined,
  baseUrl: '',
};

/** A cookie of a session of its own, without the second that hashing a password takes; begun at `at`. */
export async function freshCookie({ context }: TestApp, email: string, at?: Date): Promise<string> {
  const user = await findUserByEmail(context.db, email);
  if (!user) throw new Error(`nobody has ${email}`);
  const then: Context = at ? { ...context, clock: { now: () => at } } : context;
  const { token } = await context.db
    .transaction()
    .execute((tx) => openSession(then, tx, user, 'password', from));
  return `spoor_session=${token}`;
}

/** A caller with an API key that the given administrator makes. */
export async function withKey(
  app: TestApp,
  owner: ApiClient,
  ...scopes: Permission[]
): Promise<{ client: ApiClient; key: string; id: string; prefix: string }> {
  const made = await owner.post<{ key: string; id: string; prefix: string }>('/api-keys', {
    name: 'A key',
    scopes,
  });
  if (made.status !== 201) throw new Error(`no key: ${made.status}`);
  const { key, id, prefix } = made.body;
  return { client: new ApiClient(app.url, { authorization: `Bearer ${key}` }), key, id, prefix };
}

export function signedInWithAllRoles(app: TestApp): Promise<ApiClient> {
  return app.signedIn(...roles);
}

interface Added {
  id: string;
  email: string;
}

/** Somebody new, added over HTTP; with a password where one is given. */
export async function addPerson(
  admin: ApiClient,
  person: { email: string; name?: string; roles?: string[]; password?: string },
): Promise<Added> {
  const answer = await admin.post<Added>('/users', { name: 'Somebody New', roles: [], ...person });
  if (answer.status !== 201) throw new Error(`not added: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

export async function ownId(client: ApiClient): Promise<string> {
  return (await client.get<{ user: { id: string } }>('/session')).body.user.id;
}
