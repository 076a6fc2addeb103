import { type Kysely, sql } from 'kysely';

/** The sequences that codes are spread from, one for each kind, and the guard against issuing a number twice. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table code_sequences (
      kind text primary key constraint code_sequences_kind_known
        check (kind in ('document', 'container', 'location', 'command')),
      /* The first number not handed out yet; it only grows. */
      next bigint not null default 0 constraint code_sequences_next_not_negative check (next >= 0),
      spread_key bytea not null constraint code_sequences_key_length check (length(spread_key) = 16)
    )`.execute(db);
  await sql`
    insert into code_sequences (kind, spread_key)
    select kind, substring(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) for 16)
      from unnest(array['document', 'container', 'location', 'command']) as kind`.execute(db);

  await sql`
    create function code_sequences_only_grow() returns trigger language plpgsql as $$
    begin
      if new.next < old.next or new.spread_key <> old.spread_key then
        raise exception 'codes are issued once, for ever' using errcode = 'check_violation', constraint = 'code_sequences_only_grow';
      end if;
      return new;
    end $$`.execute(db);
  await sql`
    create trigger only_grow before update on code_sequences
      for each row execute function code_sequences_only_grow()`.execute(db);

  await sql`
    create table issuing_guard (
      only_one boolean primary key default true constraint issuing_guard_only_one check (only_one),
      /* Where this database ran when it last issued: cluster, timeline, machine, data folder. */
      home jsonb,
      stopped_at timestamptz
    )`.execute(db);
  await sql`insert into issuing_guard default values`.execute(db);
}
