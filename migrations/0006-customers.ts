import { type Kysely, sql } from 'kysely';

/** The minimum of a person or organisation that papers belong to; the rest stays in the CRM. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists pg_trgm`.execute(db);
  await sql`
    create table customers (
      id uuid primary key default uuidv7(),
      /* Byte order, so that the key also finds what begins with given characters. */
      ref text collate "C" not null constraint customers_ref_key unique
        constraint customers_ref_length check (length(ref) between 1 and 80),
      name text not null constraint customers_name_length check (length(name) between 1 and 200),
      city text constraint customers_city_length check (length(city) between 1 and 120),
      address_lines text[] constraint customers_address_lines_few check (cardinality(address_lines) between 1 and 6),
      do_not_mail text constraint customers_do_not_mail_known check (do_not_mail in ('objection', 'deceased', 'bad-address')),
      /* Name, city and reference as people type them: lower case, without diacritics. Written with every change. */
      search_text text collate "C" not null constraint customers_search_text_length check (length(search_text) <= 620),
      created_at timestamptz not null,
      changed_at timestamptz not null
    )`.execute(db);
  await sql`create index customers_search on customers using gin (search_text gin_trgm_ops)`.execute(db);
  await sql`create index customers_by_search_text on customers (search_text)`.execute(db);
  await sql`create index customers_with_address on customers (id) where address_lines is not null`.execute(
    db,
  );
  await sql`create table customer_words (word text collate "C" primary key)`.execute(db);
  await sql`create index customer_words_search on customer_words using gin (word gin_trgm_ops)`.execute(db);
  await sql`comment on table customer_words is 'Words of names and cities, each once: what a mistyped word is compared with'`.execute(
    db,
  );
  await sql`
    create table customer_imports (
      job_id uuid primary key references jobs on delete cascade,
      dry_run boolean not null,
      /* How many customers are to be imported, and how many of these have been. */
      rows integer not null,
      done integer not null default 0,
      created integer not null default 0,
      updated integer not null default 0,
      unchanged integer not null default 0,
      /* Lines of the file with what is wrong there; nothing of what they hold. */
      rejected jsonb not null,
      rejected_rows integer not null,
      ignored_columns text[] not null,
      constraint customer_imports_done_in_range check (done between 0 and rows),
      constraint customer_imports_done_adds_up check (done = created + updated + unchanged)
    )`.execute(db);
  await sql`
    create table customer_import_batches (
      job_id uuid not null references customer_imports on delete cascade,
      number integer not null,
      /* Customers as the file has them. */
      rows jsonb not null,
      primary key (job_id, number)
    )`.execute(db);
  await sql`comment on table customer_import_batches is 'What a large import has still to do; each batch goes when it is done, the rest when its job ends'`.execute(
    db,
  );
  await sql`alter table organisation
    add column crm_link text constraint organisation_crm_link_form check (crm_link ~ '^https?://' and crm_link like '%{ref}%'),
    add column address_days integer not null default 90 constraint organisation_address_days_range check (address_days between 0 and 3650)`.execute(
    db,
  );
}
