import { sql } from 'kysely';
import type { Queries, Transaction } from '../platform/db/database.ts';
import type { Candidate } from './mailings.rules.ts';

const columns = [
  'mailings.id',
  'mailings.name',
  'mailings.processId',
  'mailings.state',
  'mailings.papers',
  'mailings.issued',
  'mailings.mailedAt',
  'mailings.closedAt',
  'mailings.jobId',
  'mailings.createdAt',
  'mailings.createdBy',
  'mailings.requestDigest',
  'users.name as createdByName',
] as const;

const expectedBy = sql<string | null>`mailings.expected_by::text`.as('expectedBy');

export type MailingRow = NonNullable<Awaited<ReturnType<typeof findMailing>>>;

function select(db: Queries) {
  return db
    .selectFrom('mailings')
    .leftJoin('users', 'users.id', 'mailings.createdBy')
    .select(columns)
    .select(expectedBy);
}

export function findMailing(db: Queries, id: string) {
  return select(db).where('mailings.id', '=', id).executeTakeFirst();
}

/** What was issued last and stands. */
export function findLatestMailing(db: Queries) {
  return db
    .selectFrom('mailings')
    .select(['id', 'name'])
    .where('state', '!=', 'cancelled')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export function findMailingByRequest(db: Queries, createdBy: string, requestKey: string) {
  return select(db)
    .where('mailings.createdBy', '=', createdBy)
    .where('mailings.requestKey', '=', requestKey)
    .executeTakeFirst();
}

interface MailingList {
  search: string | undefined;
  /** Single letters too. */
  single: boolean;
  before: string | undefined;
  limit: number;
}

/** Newest first; one more than `limit` where there are more. */
export function listMailingRows(db: Queries, { search, single, before, limit }: MailingList) {
  let query = select(db);
  if (search)
    query = query.where(sql`lower(mailings.name)`, 'like', `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`);
  if (!single) query = query.where('mailings.papers', '>', 1);
  if (before !== undefined) query = query.where('mailings.id', '<', before);
  return query
    .orderBy('mailings.id', 'desc')
    .limit(limit + 1)
    .execute();
}

interface NewMailing {
  name: string;
  processId: string;
  expectedBy: string | null;
  papers: number;
  createdBy: string;
  createdAt: Date;
  requestKey: string | null;
  requestDigest: Buffer | null;
}

/**
 * Undefined where the same person has made one with the same key: of two requests at once the second waits here until
 * the first is through.
 */
export async function insertMailing(tx: Transaction, mailing: NewMailing): Promise<string | undefined> {
  const row = await tx
    .insertInto('mailings')
    .values({ ...mailing, state: 'issuing' })
    .onConflict((conflict) => conflict.constraint('mailings_request_key_key').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

export async function insertTargets(
  tx: Transaction,
  mailingId: string,
  customerIds: readonly string[],
): Promise<void> {
  await sql`
    insert into mailing_targets (mailing_id, run_number, customer_id)
    select ${mailingId}::uuid, number, id from unnest(${customerIds}::uuid[]) with ordinality as given (id, number)`.execute(
    tx,
  );
}

export function listTargets(tx: Transaction, mailingId: string, after: number, limit: number) {
  return tx
    .selectFrom('mailingTargets')
    .select(['runNumber', 'customerId'])
    .where('mailingId', '=', mailingId)
    .where('runNumber', '>', after)
    .orderBy('runNumber')
    .limit(limit)
    .execute();
}

export async function deleteTargets(tx: Transaction, mailingId: string): Promise<void> {
  await tx.deleteFrom('mailingTargets').where('mailingId', '=', mailingId).execute();
}

/** The mailing, locked until the end of the transaction: whoever changes it waits. */
export function lockMailing(tx: Transaction, id: string) {
  return tx.selectFrom('mailings').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

interface MailingChange {
  state?: 'issuing' | 'issued' | 'cancelled';
  issued?: number;
  jobId?: string;
  mailedAt?: Date;
  closedAt?: Date;
}

export async function updateMailing(tx: Queries, id: string, change: MailingChange): Promise<void> {
  await tx.updateTable('mailings').set(change).where('id', '=', id).execute();
}

/** Mailings whose issuing was cancelled or has failed for good: they will never be whole. */
export function listAbandoned(db: Queries) {
  return db
    .selectFrom('mailings')
    .innerJoin('jobs', 'jobs.id', 'mailings.jobId')
    .select(['mailings.id'])
    .where('mailings.state', '=', 'issuing')
    .where('jobs.state', 'in', ['cancelled', 'failed'])
    .execute();
}

export type Given = { ids: readonly string[] } | { refs: readonly string[] } | { all: true };

/** Everybody who was named, with what decides whether he gets a paper; in the order in which they were named. */
export async function listCandidates(db: Queries, given: Given): Promise<Candidate[]> {
  if ('all' in given) {
    const { rows } = await sql<Candidate>`
      select ref as given, id as "customerId", do_not_mail as "doNotMail" from customers order by ref`.execute(
      db,
    );
    return rows;
  }
  const [list, column] = 'ids' in given ? [given.ids, sql.ref('c.id')] : [given.refs, sql.ref('c.ref')];
  const type = sql.raw('ids' in given ? 'uuid' : 'text');
  const { rows } = await sql<Candidate>`
    select g.name::text as given, c.id as "customerId", c.do_not_mail as "doNotMail"
      from unnest(${list}::${type}[]) with ordinality as g (name, number)
      left join customers c on ${column} = g.name order by g.number`.execute(db);
  return rows;
}
