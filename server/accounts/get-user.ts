import { DomainError } from '../../shared/errors.ts';
import type { Queries } from '../platform/db/database.ts';
import { findUser, type UserRow } from './users.queries.ts';

/** Throws `not-found`. */
export async function getUser(db: Queries, id: string): Promise<UserRow> {
  const user = await findUser(db, id);
  if (!user) throw new DomainError('not-found', 'There is no such person.');
  return user;
}
