import { sql } from 'kysely';
import type { Code } from '../../shared/codes/code.ts';
import type { Queries } from '../platform/db/database.ts';
import { prepared } from '../platform/db/prepared.ts';
import {
  type DocumentState,
  knownNumber,
  knownOf,
  whereaboutsNumber,
  whereaboutsOf,
} from './document-state.ts';
import { type ShownDocument, waitingColumn, waitingOf } from './waiting.queries.ts';

const columns = [
  'code',
  'mailingId',
  'customerId',
  'processId',
  'runNumber',
  'status',
  'version',
  'head',
  'whereabouts',
  'place',
  'known',
  'since',
  'answeredAt',
  'keyPoints',
] as const;

export interface DocumentRow {
  code: number;
  mailingId: string;
  customerId: string;
  processId: string;
  runNumber: number;
  status: number[];
  version: number;
  head: Buffer;
  whereabouts: number;
  place: number | null;
  known: number;
  since: Date;
  answeredAt: Date | null;
  keyPoints: unknown;
}

export function stateOfRow(row: DocumentRow): DocumentState {
  return {
    code: String(row.code) as Code,
    mailingId: row.mailingId,
    customerId: row.customerId,
    processId: row.processId,
    runNumber: row.runNumber,
    status: row.status,
    version: row.version,
    head: row.head,
    since: row.since,
    answeredAt: row.answeredAt,
    whereabouts: whereaboutsOf(row.whereabouts),
    place: row.place === null ? null : (String(row.place) as Code),
    known: knownOf(row.known),
    keyPoints: (row.keyPoints ?? {}) as DocumentState['keyPoints'],
  };
}

function select(db: Queries) {
  return db.selectFrom('documents').select(columns);
}

export async function findDocument(db: Queries, code: Code): Promise<DocumentState | undefined> {
  const row = await select(db).where('code', '=', Number(code)).modifyEnd(prepared).executeTakeFirst();
  return row && stateOfRow(row);
}

type ShownRow = DocumentRow & { waiting: Parameters<typeof waitingOf>[0] };

function shownOfRow(row: ShownRow): ShownDocument {
  return { ...stateOfRow(row), waiting: waitingOf(row.waiting) };
}

export async function findShownDocument(db: Queries, code: Code): Promise<ShownDocument | undefined> {
  const query = select(db).select(waitingColumn).where('code', '=', Number(code));
  const row = await query.modifyEnd(prepared).executeTakeFirst();
  return row && shownOfRow(row);
}

/** Newest codes' papers last issued first; at most `limit`. */
export async function listOfCustomer(
  db: Queries,
  customerId: string,
  limit: number,
): Promise<ShownDocument[]> {
  const query = db
    .selectFrom('documents')
    .innerJoin('mailings', 'mailings.id', 'documents.mailingId')
    .select(columns.map((column) => `documents.${column}` as const))
    .select(waitingColumn)
    .where('customerId', '=', customerId)
    .orderBy('mailings.id', 'desc')
    .orderBy('documents.runNumber')
    .limit(limit)
    .modifyEnd(prepared);
  return (await query.execute()).map(shownOfRow);
}

/** By code; one more than `limit` where there are more. */
export async function listInPlace(
  db: Queries,
  place: Code,
  after: Code | undefined,
  limit: number,
): Promise<ShownDocument[]> {
  let query = select(db).select(waitingColumn).where('place', '=', Number(place));
  if (after !== undefined) query = query.where('code', '>', Number(after));
  return (
    await query
      .orderBy('code')
      .limit(limit + 1)
      .execute()
  ).map(shownOfRow);
}

/** Conditions that hold together; `values` by the place of the variable in the process, from 0. */
export interface MailingFilter {
  values?: readonly { index: number; is?: number; isNot?: number }[];
  whereabouts?: { is?: DocumentState['whereabouts']; isNot?: DocumentState['whereabouts'] };
}

interface MailingPage {
  after: number;
  limit: number;
}

/** By run number; one more than `limit` where there are more. */
export async function listOfMailing(
  db: Queries,
  mailingId: string,
  filter: MailingFilter,
  page: MailingPage,
): Promise<DocumentState[]> {
  return (await selectOfMailing(db, mailingId, filter, page).execute()).map(stateOfRow);
}

/** The same, as they are shown. */
export async function listShownOfMailing(
  db: Queries,
  mailingId: string,
  filter: MailingFilter,
  page: MailingPage,
): Promise<ShownDocument[]> {
  const query = selectOfMailing(db, mailingId, filter, page).select(waitingColumn);
  return (await query.execute()).map(shownOfRow);
}

function selectOfMailing(db: Queries, mailingId: string, filter: MailingFilter, page: MailingPage) {
  let query = select(db).where('mailingId', '=', mailingId).where('runNumber', '>', page.after);
  for (const { index, is, isNot } of filter.values ?? []) {
    const value = sql<number>`status[${sql.lit(index + 1)}]`;
    if (is !== undefined) query = query.where(value, '=', is);
    if (isNot !== undefined) query = query.where(value, '!=', isNot);
  }
  const { is, isNot } = filter.whereabouts ?? {};
  if (is !== undefined) query = query.where('whereabouts', '=', whereaboutsNumber(is));
  if (isNot !== undefined) query = query.where('whereabouts', '!=', whereaboutsNumber(isNot));
  return query.orderBy('runNumber').limit(page.limit + 1);
}

const arrayText = (values: readonly number[]) => `{${values.join(',')}}`;

/** One statement for any number of papers: a column is an array. */
export async function insertDocumentRows(db: Queries, papers: readonly DocumentState[]): Promise<void> {
  if (papers.length === 0) return;
  const column = <T>(read: (paper: DocumentState) => T): T[] => papers.map(read);
  await sql`
    insert into documents (code, mailing_id, customer_id, process_id, run_number, status, version, head, whereabouts, known, since)
    select code, mailing_id, customer_id, process_id, run_number, status::smallint[], version, head, whereabouts, known, since
      from unnest(${column((paper) => paper.code)}::bigint[], ${column((paper) => paper.mailingId)}::uuid[],
        ${column((paper) => paper.customerId)}::uuid[], ${column((paper) => paper.processId)}::uuid[],
        ${column((paper) => paper.runNumber)}::int[], ${column((paper) => arrayText(paper.status))}::text[],
        ${column((paper) => paper.version)}::int[], ${column((paper) => paper.head)}::bytea[],
        ${column((paper) => whereaboutsNumber(paper.whereabouts))}::smallint[],
        ${column((paper) => knownNumber(paper.known))}::smallint[], ${column((paper) => paper.since)}::timestamptz[])
        as given (code, mailing_id, customer_id, process_id, run_number, status, version, head, whereabouts, known, since)`.execute(
    db,
  );
}

/**
 * Writes papers as they are after their next event, each only where its version is the one before. One statement;
 * rows are locked in the order of their codes, so that two such writes never wait for each other in a ring.
 * Returns the codes that were written.
 */
export async function updateDocumentRows(db: Queries, papers: readonly DocumentState[]): Promise<Code[]> {
  if (papers.length === 0) return [];
  const sorted = papers.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const column = <T>(read: (paper: DocumentState) => T): T[] => sorted.map(read);
  const { rows } = await sql<{ code: number }>`
    update documents d
       set status = g.status::smallint[], version = g.version, head = g.head, whereabouts = g.whereabouts, place = g.place,
           known = g.known, since = g.since, answered_at = g.answered_at, key_points = g.key_points::jsonb
      from unnest(${column((paper) => paper.code)}::bigint[], ${column((paper) => arrayText(paper.status))}::text[],
        ${column((paper) => paper.version)}::int[], ${column((paper) => paper.head)}::bytea[],
        ${column((paper) => whereaboutsNumber(paper.whereabouts))}::smallint[], ${column((paper) => paper.place)}::bigint[],
        ${column((paper) => knownNumber(paper.known))}::smallint[], ${column((paper) => paper.since)}::timestamptz[],
        ${column((paper) => paper.answeredAt)}::timestamptz[],
        ${column((paper) => (Object.keys(paper.keyPoints).length > 0 ? JSON.stringify(paper.keyPoints) : null))}::text[])
        as g (code, status, version, head, whereabouts, place, known, since, answered_at, key_points)
     where d.code = g.code and d.version = g.version - 1
     returning d.code`.execute(db);
  return rows.map(({ code }) => String(code) as Code);
}

/** A paper's title is its mailing's name. By mailing id. */
export async function findMailingTitles(db: Queries, ids: readonly string[]) {
  const unique = [...new Set(ids)];
  if (unique.length === 0) return new Map<string, { id: string; name: string; expectedBy: string | null }>();
  const rows = await db
    .selectFrom('mailings')
    .select(['id', 'name', sql<string | null>`expected_by::text`.as('expectedBy')])
    .where('id', '=', sql<string>`any(${unique}::uuid[])`)
    .modifyEnd(prepared)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** By code, for whoever goes over all papers. */
export async function listAfter(
  db: Queries,
  after: Code | undefined,
  limit: number,
): Promise<DocumentState[]> {
  let query = select(db);
  if (after !== undefined) query = query.where('code', '>', Number(after));
  return (await query.orderBy('code').limit(limit).execute()).map(stateOfRow);
}

/** Papers' codes that only events know; at most a hundred. */
export async function findEventsWithoutDocument(db: Queries): Promise<Code[]> {
  const { rows } = await sql<{ code: number }>`
    select distinct e.code from events e
     where e.code < 700000000000 and not exists (select from documents d where d.code = e.code) limit 100`.execute(
    db,
  );
  return rows.map(({ code }) => String(code) as Code);
}
