import { type RawBuilder, sql } from 'kysely';
import { whereaboutsStates } from '../../shared/places/whereabouts.ts';
import { eventKindNumber } from '../events/events.service.ts';
import type { Database, Queries } from '../platform/db/database.ts';

const issuedKind = eventKindNumber('issued');
const voidKind = eventKindNumber('void');

/**
 * Folds what has happened since the last time into the figures: only transactions that have all ended (those before
 * the oldest one still running), so that none is missed and none counted twice. Skipped where somebody else does it
 * at this moment. Returns whether it ran.
 */
export async function foldFigures(db: Database): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const mark = await sql<{ from: number; to: number }>`
      with mark as (
        select before_tx from fold_marks where name = 'mailings' for update skip locked
      )
      select before_tx as from, pg_snapshot_xmin(pg_current_snapshot())::text::bigint as to from mark`.execute(
      tx,
    );
    const row = mark.rows[0];
    if (!row) return makeMark(tx);
    if (row.to > row.from) {
      await addFigures(tx, row.from, row.to);
      await sql`update fold_marks set before_tx = ${row.to} where name = 'mailings'`.execute(tx);
    }
    return true;
  });
}

/** The first time ever; where another process holds the mark there is nothing to do either. */
async function makeMark(tx: Queries): Promise<boolean> {
  await sql`insert into fold_marks (name, before_tx) values ('mailings', 0) on conflict do nothing`.execute(
    tx,
  );
  return false;
}

async function addFigures(tx: Queries, from: number, to: number): Promise<void> {
  await sql`
    insert into mailing_figures (mailing_id, variable, value, papers)
    select mailing_id, variable, value, sum(papers) from (${stepsOf(sql`e.tx >= ${from} and e.tx < ${to}`)}) as steps
     group by 1, 2, 3 having sum(papers) <> 0
    on conflict (mailing_id, variable, value) do update set papers = mailing_figures.papers + excluded.papers`.execute(
    tx,
  );
}

/** What the events that meet a condition add to each figure, and take from it. */
function stepsOf(condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    with fresh as materialized (
      select d.mailing_id, e.kind, e.status_before, e.status_after
        from events e join documents d on d.code = e.code where ${condition}
    )
    select mailing_id, nth - 1 as variable, value, -1 as papers
      from fresh, unnest(status_before) with ordinality as s (value, nth)
    union all
    select mailing_id, nth - 1, value, 1 from fresh, unnest(status_after) with ordinality as s (value, nth)
    union all
    select mailing_id, -1, case kind when ${sql.lit(issuedKind)} then 0 else 1 end, 1 from fresh
     where kind in (${sql.lit(issuedKind)}, ${sql.lit(voidKind)})`;
}

/**
 * The figures as of this moment: what has been folded, and what has happened since, in one statement and so in one view
 * of the database. The second part is small while a process folds every second.
 */
function presentFigures(mailingIds: readonly string[] | undefined): RawBuilder<unknown> {
  const only = (column: RawBuilder<unknown>) =>
    mailingIds ? sql`${column} = any(${mailingIds}::uuid[])` : sql`true`;
  const since = sql`e.tx >= coalesce((select before_tx from fold_marks where name = 'mailings'), 0)
    and ${only(sql`d.mailing_id`)}`;
  return sql`
    select mailing_id, variable, value, sum(papers) as papers
      from (select mailing_id, variable, value, papers from mailing_figures where ${only(sql`mailing_id`)}
            union all (${stepsOf(since)})) as all_steps
     group by 1, 2, 3 having sum(papers) <> 0`;
}

/** By mailing, as of this moment. */
export async function findFigures(db: Queries, mailingIds: readonly string[]) {
  const found = new Map<string, { variable: number; value: number; papers: number }[]>();
  const { rows } = await sql<{ mailingId: string; variable: number; value: number; papers: number }>`
    select mailing_id as "mailingId", variable::int, value::int, papers::int from (${presentFigures(mailingIds)}) as present`.execute(
    db,
  );
  for (const { mailingId, ...row } of rows) found.set(mailingId, [...(found.get(mailingId) ?? []), row]);
  return found;
}

/** Mailings whose figures are not what their papers add up to, both counted in one view of the database. */
export async function listWrongFigures(db: Queries): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with counted (mailing_id, variable, value, papers) as (
      select mailing_id, nth - 1, value, count(*)
        from documents, unnest(status) with ordinality as s (value, nth)
       where whereabouts <> ${sql.lit(whereaboutsStates.indexOf('void'))} group by 1, 2, 3
      union all
      select mailing_id, -1, 0, count(*) from documents group by 1
      union all
      select mailing_id, -1, 1, count(*) from documents
       where whereabouts = ${sql.lit(whereaboutsStates.indexOf('void'))} group by 1
    )
    select distinct coalesce(c.mailing_id, f.mailing_id) as id
      from counted c full join (${presentFigures(undefined)}) f using (mailing_id, variable, value)
     where c.papers is distinct from f.papers`.execute(db);
  return rows.map(({ id }) => id);
}
