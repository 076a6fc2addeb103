import { sql } from 'kysely';
import { issueCodes } from '../../../server/codes/codes.service.ts';
import { knownNumber, whereaboutsNumber } from '../../../server/documents/document-state.ts';
import { eventKindNumber } from '../../../server/events/events.service.ts';
import type { Context } from '../../../server/platform/context.ts';
import type { Database, Queries } from '../../../server/platform/db/database.ts';
import type { Code } from '../../../shared/codes/code.ts';
import type { Outcome, Steps } from './process-steps.ts';

export interface Mailing {
  id: string;
  steps: Steps;
  issuedAt: Date;
}

const arrayText = (values: readonly number[]) => `{${values.join(',')}}`;
const later = (at: Date, days: number) => new Date(at.getTime() + days * 86_400_000);

/** A mailing to these customers with the first event of each paper: what issuing leaves. */
export async function issueMailing(
  { db }: Context,
  steps: Steps,
  {
    name,
    customers,
    issuedAt,
    byUser,
  }: { name: string; customers: string[]; issuedAt: Date; byUser: string },
): Promise<{ mailing: Mailing; codes: Code[] }> {
  return db.transaction().execute(async (tx) => {
    const size = customers.length;
    const { id } = await tx
      .insertInto('mailings')
      .values({
        name,
        processId: steps.processId,
        expectedBy: later(issuedAt, 60),
        state: 'issued',
        papers: size,
        issued: size,
        mailedAt: later(issuedAt, 2),
        createdBy: byUser,
        createdAt: issuedAt,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const codes = await issueCodes(tx, 'document', size);
    await insertPapers(tx, { id, steps, issuedAt }, codes, customers);
    await sql`
      insert into events (code, number, kind, happened_at, recorded_at, status_after, whereabouts, known, by_user, cause, hash)
      select code, 1, ${eventKindNumber('issued')}::smallint, since, since, status, whereabouts, known, ${byUser}::uuid,
          mailing_id, head
        from documents where mailing_id = ${id}`.execute(tx);
    return { mailing: { id, steps, issuedAt }, codes };
  });
}

/** The heads of chains are hashes of something: as wide as real ones, which nobody reads here. */
async function insertPapers(
  tx: Queries,
  mailing: Mailing,
  codes: Code[],
  customers: string[],
): Promise<void> {
  await sql`
    insert into documents
      (code, mailing_id, customer_id, process_id, run_number, status, version, head, whereabouts, known, since)
    select code, ${mailing.id}::uuid, customer_id, ${mailing.steps.processId}::uuid, number,
        ${arrayText(mailing.steps.issued)}::text::smallint[], 1, sha256(int8send(code)),
        ${whereaboutsNumber('not-yet-mailed')}::smallint, ${knownNumber('list')}::smallint, ${mailing.issuedAt}
      from unnest(${codes}::bigint[], ${customers}::uuid[]) with ordinality as given (code, customer_id, number)`.execute(
    tx,
  );
}

/** The second event of each paper: the mailing goes out. */
export async function mailPapers(
  db: Database,
  { id, steps, issuedAt }: Mailing,
  byUser: string,
): Promise<void> {
  await sql`
    with changed as (
      update documents set status = ${arrayText(steps.mailed.status)}::text::smallint[], version = 2, head = sha256(head),
          whereabouts = ${whereaboutsNumber('sent')}::smallint, since = ${later(issuedAt, 2)}
       where mailing_id = ${id} returning old.status as before, new.*
    )
    insert into events (code, number, kind, happened_at, recorded_at, moment, status_before, status_after, whereabouts,
      known, by_user, cause, hash)
    select code, version, ${eventKindNumber('moment')}::smallint, since, since, ${steps.mailed.moment}::bigint, before,
        status, whereabouts, known, ${byUser}::uuid, mailing_id, head
      from changed`.execute(db);
}

/**
 * The third event of each paper: it comes back within five weeks, with one of the outcomes. Six of seven are put into
 * boxes, fifty that went out together into one; the rest has not been put away yet.
 */
export async function returnPapers(
  db: Database,
  { id, steps, issuedAt }: Mailing,
  boxes: readonly Code[],
  byUser: string,
): Promise<void> {
  const column = <T>(read: (outcome: Outcome) => T): T[] => steps.outcomes.map(read);
  await sql`
    with returning_papers as (
      select d.code, 1 + (d.code / 100 % ${steps.outcomes.length})::int as outcome,
          case when d.code / 700 % 7 > 0 then (${[...boxes]}::bigint[])[1 + (run_number - 1) / ${papersInBox}] end as box,
          ${later(issuedAt, 4)}::timestamptz + make_interval(secs => (d.code / 100 % 3000000)::int) as at
        from documents d where mailing_id = ${id}
    ),
    changed as (
      update documents d
         set status = (${column(({ status }) => arrayText(status))}::text[])[outcome]::smallint[], version = 3,
             head = sha256(head), known = ${knownNumber('scanned')}::smallint, place = box, since = at,
             answered_at = case when (${column(({ answers }) => answers)}::boolean[])[outcome] then at end,
             whereabouts = case when box is null then ${whereaboutsNumber('received')}::smallint
               else ${whereaboutsNumber('placed')}::smallint end
        from returning_papers r where r.code = d.code
      returning old.status as before, outcome, new.*
    )
    insert into events (code, number, kind, happened_at, recorded_at, moment, status_before, status_after, whereabouts,
      place, known, by_user, station_id, cause, hash)
    select code, version, ${eventKindNumber('moment')}::smallint, since, since,
        (${column(({ moment }) => moment)}::bigint[])[outcome], before, status, whereabouts, place, known,
        ${byUser}::uuid, 1, gen_random_uuid(), head
      from changed`.execute(db);
}

export const papersInBox = 50;
