import { type Kysely, sql } from 'kysely';

/** The organisation that this installation belongs to: one row, there from the start, unnamed until set-up. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table organisation (
      only_one boolean primary key default true constraint organisation_only_one check (only_one),
      name text constraint organisation_name_length check (length(name) between 1 and 160),
      language text not null default 'en' constraint organisation_language_known check (language in ('en', 'nl')),
      time_zone text not null default 'Europe/Amsterdam'
    )`.execute(db);
  await sql`insert into organisation default values`.execute(db);
}
