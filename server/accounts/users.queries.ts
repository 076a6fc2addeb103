import { sql } from 'kysely';
import type { Role } from '../../shared/permissions.ts';
import type { Queries, Transaction } from '../platform/db/database.ts';
import { forgetCallers } from './known-callers.ts';

const columns = [
  'id',
  'email',
  'name',
  'roles',
  'language',
  'passwordHash',
  'deactivatedAt',
  'lastSignInAt',
  'createdAt',
] as const;

export type UserRow = NonNullable<Awaited<ReturnType<typeof findUser>>>;

export function findUser(db: Queries, id: string) {
  return db.selectFrom('users').select(columns).where('id', '=', id).executeTakeFirst();
}

export function findUserByEmail(db: Queries, email: string) {
  return db
    .selectFrom('users')
    .select(columns)
    .where(sql`lower(email)`, '=', email.trim().toLowerCase())
    .executeTakeFirst();
}

interface UserList {
  search: string | undefined;
  after: { name: string; id: string } | undefined;
  limit: number;
}

/** By name; one row more than `limit` where there are more. */
export function listUsers(db: Queries, { search, after, limit }: UserList) {
  // The cursor's name comes from here: other ways to make lower case (of Σ, of İ) give another order.
  let query = db.selectFrom('users').select(columns).select(sql<string>`lower(name)`.as('sortName'));
  if (search) {
    const like = `%${search.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
    query = query.where((eb) =>
      eb.or([eb(sql`lower(name)`, 'like', like), eb(sql`lower(email)`, 'like', like)]),
    );
  }
  if (after) query = query.where(sql<boolean>`(lower(name), id) > (${after.name}, ${after.id}::uuid)`);
  return query
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .limit(limit + 1)
    .execute();
}

interface NewUser {
  email: string;
  name: string;
  roles: readonly Role[];
  language: string | null;
  passwordHash: string | null;
  createdAt: Date;
}

export function insertUser(db: Queries, user: NewUser): Promise<UserRow> {
  return db
    .insertInto('users')
    .values({ ...user, roles: [...user.roles] })
    .returning(columns)
    .executeTakeFirstOrThrow();
}

interface UserChange {
  email?: string;
  name?: string;
  roles?: Role[];
  language?: string | null;
  passwordHash?: string;
  deactivatedAt?: Date | null;
  lastSignInAt?: Date;
}

export function updateUser(db: Queries, id: string, change: UserChange): Promise<UserRow> {
  forgetCallers();
  const query = db.updateTable('users').where('id', '=', id);
  // An empty change still answers with the row.
  const set = Object.keys(change).length > 0 ? query.set(change) : query.set((eb) => ({ id: eb.ref('id') }));
  return set.returning(columns).executeTakeFirstOrThrow();
}

/** Any number that nobody else locks. */
const administratorsLock = 7_160_233;

/** From here to the end of the transaction nobody else changes who administers. Returns the ids of those who do. */
export async function lockAdministrators(tx: Transaction): Promise<string[]> {
  await sql`select pg_advisory_xact_lock(${administratorsLock})`.execute(tx);
  return listAdministrators(tx);
}

export async function listAdministrators(db: Queries): Promise<string[]> {
  const rows = await db
    .selectFrom('users')
    .select('id')
    .where(sql<boolean>`'admin' = any(roles)`)
    .where('deactivatedAt', 'is', null)
    .execute();
  return rows.map((row) => row.id);
}
