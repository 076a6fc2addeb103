import { type Kysely, sql } from 'kysely';

/** Locations that stay and containers that move, as one tree by code. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table places (
      code bigint primary key,
      class text not null constraint places_class_known check (class in ('location', 'container')),
      kind text not null,
      name text not null constraint places_name_length check (length(name) between 1 and 80),
      /* Its numbers with ten digits, so that Box 9 comes before Box 10. */
      sort_name text not null collate "C" generated always as (regexp_replace(
        regexp_replace(lower(name), '([0-9]+)', '000000000\\1', 'g'), '[0-9]*([0-9]{10})', '\\1', 'g')) stored,
      /* The code of the place that it stands or lies in; null for what stands at the top. */
      parent bigint references places,
      country text constraint places_country_form check (country ~ '^[A-Z]{2}$'),
      /* How many papers and containers lie directly in it at most; null: unlimited. */
      capacity integer constraint places_capacity_positive check (capacity > 0),
      /* Since when it stands in its parent; papers in it that were scanned before moved with it. */
      moved_at timestamptz not null,
      created_at timestamptz not null,
      version integer not null default 1,
      head bytea not null constraint places_head_length check (length(head) = 32),
      constraint places_code_kind check (
        (class = 'container' and code between 700000000000 and 799999999999) or
        (class = 'location' and code between 800000000000 and 899999999999)),
      constraint places_kind_known check (
        (class = 'location' and kind in ('site', 'building', 'room', 'rack', 'shelf')) or
        (class = 'container' and kind in ('folder', 'box', 'tray', 'crate'))),
      constraint places_not_in_itself check (parent <> code),
      constraint places_container_lies_somewhere check (class = 'location' or parent is not null),
      constraint places_country_of_locations check (country is null or class = 'location')
    )`.execute(db);
  await sql`create unique index places_name_key on places (parent, lower(name)) nulls not distinct`.execute(
    db,
  );
  await sql`create index places_by_name on places (sort_name, code)`.execute(db);
  await sql`
    create index places_search on places using gin (lower(name) gin_trgm_ops, (code::text) gin_trgm_ops)`.execute(
    db,
  );
  /* A container without a name of its own gets the next number of its kind: the highest is found without reading all. */
  await sql`
    create index places_by_number on places
      (kind, (substring(name from ' ([0-9]{1,9})$')::integer) desc nulls last)`.execute(db);
}
