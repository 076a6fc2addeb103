import { type Kysely, sql } from 'kysely';

/** Document types with their processes, as versioned data; the command codes that moments and stations have. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table document_types (
      id uuid primary key default uuidv7(),
      key text not null constraint document_types_key_key unique
        constraint document_types_key_form check (key ~ '^[a-z][a-z0-9-]{0,39}$'),
      created_at timestamptz not null
    )`.execute(db);
  await sql`
    create table processes (
      id uuid primary key default uuidv7(),
      document_type_id uuid not null references document_types,
      version integer not null constraint processes_version_positive check (version > 0),
      /* The whole type at this version: names, process, key points, instructions. Never changed; a change is a new version. */
      definition jsonb not null,
      created_at timestamptz not null,
      created_by uuid,
      constraint processes_version_key unique (document_type_id, version)
    )`.execute(db);
  await sql`
    create table commands (
      code bigint primary key constraint commands_code_kind check (code between 900000000000 and 999999999999),
      kind text not null constraint commands_kind_known check (kind in ('moment', 'station')),
      name text not null,
      constraint commands_name_key unique (kind, name)
    )`.execute(db);
}
