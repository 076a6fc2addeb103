import { type Kysely, sql } from 'kysely';

/**
 * What stations sent: remembered so that it counts once, noted where nothing came of it, kept where a person decides.
 * As with papers the code is in the key of what hangs on it, so that these can be spread over several servers.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table scans (
      code bigint not null,
      /* Made at the station. */
      id uuid not null,
      /* The first 64 bits of a hash of what the scan said: the same id with other contents is another scan. */
      contents bigint not null,
      /* The first reply: numbers of scanOutcomes and scanProblems. */
      outcome smallint not null constraint scans_outcome_known check (outcome between 0 and 6),
      moment smallint constraint scans_moment_known check (moment between 0 and 3),
      place smallint constraint scans_place_known check (place between 0 and 3),
      problem smallint,
      /* The number of the event that it made. */
      event integer,
      /* The scan of the same code that it took back. */
      undoes uuid,
      recorded_at timestamptz not null,
      constraint scans_key primary key (code, id)
    )`.execute(db);
  await sql`create index scans_by_age on scans using brin (recorded_at)`.execute(db);
  await sql`comment on table scans is 'Scans that something came of, for 180 days: sent again they get the first reply'`.execute(
    db,
  );
  await sql`
    create table sightings (
      code bigint primary key,
      seen_at timestamptz not null,
      station_id integer not null,
      by_user uuid
    )`.execute(db);
  await sql`comment on table sightings is 'Where a paper or place was last seen without anything being booked'`.execute(
    db,
  );
  await sql`
    create table scan_refusals (
      id uuid primary key default uuidv7(),
      /* What was scanned, if it was twelve digits; of anything else nothing is kept: it could be anything. */
      code bigint,
      outcome smallint not null,
      problem smallint not null,
      happened_at timestamptz not null,
      recorded_at timestamptz not null,
      station_id integer not null,
      by_user uuid
    )`.execute(db);
  await sql`create index scan_refusals_by_age on scan_refusals using brin (recorded_at)`.execute(db);
  await sql`
    create table scan_exceptions (
      id uuid primary key default uuidv7(),
      code bigint not null,
      scan_id uuid not null,
      /* The number of exceptionReasons. */
      reason smallint not null constraint scan_exceptions_reason_known check (reason between 0 and 2),
      /* What the scan said: a moment's command code, a place, the scan to take back. */
      moment bigint,
      place bigint,
      undoes uuid,
      happened_at timestamptz not null,
      stated_at timestamptz not null,
      recorded_at timestamptz not null,
      station_id integer not null,
      by_user uuid,
      settled_at timestamptz,
      settled_by uuid,
      decision text constraint scan_exceptions_decision_known check (decision in ('scanned', 'present', 'dismissed', 'withdrawn')),
      /* Withdrawn by an undo of the scan, it has no reason. */
      settled_why text constraint scan_exceptions_settled_why_length check (length(settled_why) between 1 and 200),
      constraint scan_exceptions_settled_whole check (num_nulls(settled_at, settled_by, decision) in (0, 3)
        and (settled_why is not null) = (decision is not null and decision <> 'withdrawn'))
    )`.execute(db);
  await sql`create index scan_exceptions_open on scan_exceptions (id) where settled_at is null`.execute(db);
}
