import { sql } from 'kysely';
import type { Queries } from '../platform/db/database.ts';
import { prepared } from '../platform/db/prepared.ts';

interface NewAccess {
  at: Date;
  userId: string;
  apiKeyId: string | null;
  action: string;
  subjectKind: string | null;
  subjectId: string | null;
  ip: string;
  requestId: string;
}

export async function insertAccess(db: Queries, access: NewAccess): Promise<void> {
  await db.insertInto('accessLog').values(access).modifyEnd(prepared).execute();
}

interface AccessFilter {
  user: string | undefined;
  action: string | undefined;
  subject: string | undefined;
  from: string | undefined;
  to: string | undefined;
  before: string | undefined;
  limit: number;
}

export type AccessRow = Awaited<ReturnType<typeof listAccess>>[number];

/** By name. People are few and looks are many, so each of them is looked up in the index. */
export function listReaders(db: Queries) {
  return db
    .selectFrom('users')
    .select(['id', 'name'])
    .where((eb) =>
      eb.exists(
        eb.selectFrom('accessLog').select('accessLog.id').whereRef('accessLog.userId', '=', 'users.id'),
      ),
    )
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .execute();
}

/** Newest first; one row more than `limit` where there are more. */
export function listAccess(db: Queries, filter: AccessFilter) {
  let query = db
    .selectFrom('accessLog')
    .leftJoin('users', 'users.id', 'accessLog.userId')
    .select([
      'accessLog.id',
      'at',
      'userId',
      'apiKeyId',
      'action',
      'subjectKind',
      'subjectId',
      'ip',
      'requestId',
    ])
    .select((eb) => [
      'users.name as userName',
      eb
        .selectFrom('users as seen')
        .select('seen.name')
        .where('accessLog.subjectKind', '=', 'user')
        .where(sql<boolean>`seen.id::text = access_log.subject_id`)
        .as('subjectName'),
    ]);
  if (filter.user !== undefined) query = query.where('userId', '=', filter.user);
  if (filter.action !== undefined) query = query.where('action', '=', filter.action);
  if (filter.subject !== undefined) query = query.where('subjectId', '=', filter.subject);
  if (filter.from !== undefined) query = query.where('at', '>=', new Date(filter.from));
  if (filter.to !== undefined) query = query.where('at', '<', new Date(filter.to));
  if (filter.before !== undefined) query = query.where('accessLog.id', '<', filter.before);
  return query
    .orderBy('accessLog.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
}
