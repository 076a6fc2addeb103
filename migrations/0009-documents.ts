import { type Kysely, sql } from 'kysely';

/**
 * Papers and what happened to them. The code is in every key, the keys never change, and no other unique constraint
 * stands on these tables, so that they can be spread over several servers.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table documents (
      code bigint primary key constraint documents_code_kind check (code between 100000000000 and 699999999999),
      mailing_id uuid not null,
      customer_id uuid not null,
      process_id uuid not null,
      run_number integer not null,
      /* Values in the order of the process's variables. */
      status smallint[] not null,
      /* The number of its last event. */
      version integer not null constraint documents_version_positive check (version > 0),
      head bytea not null constraint documents_head_length check (length(head) = 32),
      whereabouts smallint not null constraint documents_whereabouts_known check (whereabouts between 0 and 9),
      place bigint constraint documents_place_kind check (place between 700000000000 and 899999999999),
      known smallint not null constraint documents_known_known check (known between 0 and 4),
      since timestamptz not null,
      answered_at timestamptz,
      key_points jsonb,
      constraint documents_placed_somewhere check ((whereabouts = 3) = (place is not null))
    ) with (fillfactor = 85)`.execute(db);
  await sql`create index documents_by_customer on documents (customer_id)`.execute(db);
  await sql`create index documents_by_place on documents (place) where place is not null`.execute(db);
  await sql`create index documents_by_mailing on documents (mailing_id, run_number)`.execute(db);

  await sql`
    create table stations (
      id integer generated always as identity primary key,
      name text not null constraint stations_name_key unique
        constraint stations_name_length check (length(name) between 1 and 100)
    )`.execute(db);

  await sql`
    create table events (
      /* A document, a container or a location. */
      code bigint not null,
      /* 1 for the first; each is the version of its document after it. */
      number integer not null constraint events_number_positive check (number > 0),
      kind smallint not null constraint events_kind_known check (kind between 1 and 20),
      happened_at timestamptz not null,
      /* What the station's clock said, where that was corrected. */
      stated_at timestamptz,
      recorded_at timestamptz not null,
      /* The command code of the moment. */
      moment bigint,
      status_before smallint[],
      status_after smallint[],
      whereabouts smallint,
      place bigint,
      known smallint,
      by_user uuid,
      station_id integer,
      /* What caused it: a mailing, a scan. */
      cause uuid,
      tx bigint not null default (pg_current_xact_id()::text::bigint),
      hash bytea not null constraint events_hash_length check (length(hash) = 32),
      primary key (code, number, recorded_at)
    ) partition by range (recorded_at)`.execute(db);
  await sql`create index events_by_tx on events using brin (tx)`.execute(db);
  await sql`create table events_default partition of events default`.execute(db);

  await sql`
    create function make_event_partitions(from_day date, months integer) returns integer
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      first date;
      made integer := 0;
    begin
      for month in 0 .. months - 1 loop
        first := (date_trunc('month', from_day) + make_interval(months => month))::date;
        if to_regclass(format('events_%s', to_char(first, 'YYYY_MM'))) is null then
          execute format('create table events_%s partition of events for values from (%L) to (%L)',
            to_char(first, 'YYYY_MM'), first::text || ' 00:00:00+00', (first + interval '1 month')::date::text || ' 00:00:00+00');
          made := made + 1;
        end if;
      end loop;
      return made;
    end $$`.execute(db);
  await sql`comment on function make_event_partitions is 'Makes the partitions of events for so many months, as the owner; returns how many were not there'`.execute(
    db,
  );
  await sql`revoke all on function make_event_partitions from public`.execute(db);
  await sql`
    create function has_stray_events() returns boolean
    language sql stable security definer set search_path = public, pg_temp
    return exists (select from events_default)`.execute(db);
  await sql`comment on function has_stray_events is 'Whether events lie in the default partition, because nobody made theirs in time'`.execute(
    db,
  );
  await sql`revoke all on function has_stray_events from public`.execute(db);
}
