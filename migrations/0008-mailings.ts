import { type Kysely, sql } from 'kysely';

/** Batches of papers that go out together; a single letter is a mailing of one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table mailings (
      id uuid primary key default uuidv7(),
      name text not null constraint mailings_name_length check (length(name) between 1 and 160),
      process_id uuid not null references processes,
      expected_by date,
      state text not null constraint mailings_state_known
        check (state in ('issuing', 'issued', 'cancelled')),
      /* How many are to be issued, and how many have been. */
      papers integer not null constraint mailings_papers_not_negative check (papers >= 0),
      issued integer not null default 0,
      mailed_at timestamptz,
      closed_at timestamptz,
      job_id uuid,
      created_by uuid,
      created_at timestamptz not null,
      /* The request that made it: who, and the key that he gave; asked again it is answered with this mailing. */
      request_key text,
      request_digest bytea,
      constraint mailings_request_key_key unique (created_by, request_key),
      constraint mailings_issued_in_range check (issued between 0 and papers),
      constraint mailings_whole_when_issued check (state <> 'issued' or issued = papers)
    )`.execute(db);
  await sql`create index mailings_by_name on mailings (lower(name))`.execute(db);
  await sql`
    create table mailing_targets (
      mailing_id uuid not null references mailings on delete cascade,
      run_number integer not null constraint mailing_targets_run_number_positive check (run_number > 0),
      customer_id uuid not null,
      primary key (mailing_id, run_number)
    )`.execute(db);
  await sql`comment on table mailing_targets is 'Who gets which paper, from the request until the papers are issued'`.execute(
    db,
  );
  await sql`
    create table mailing_figures (
      mailing_id uuid not null,
      /* Which variable of the process, by its place in the definition; -1: whole papers (value 0 issued, 1 void). */
      variable smallint not null,
      value smallint not null,
      papers integer not null,
      primary key (mailing_id, variable, value)
    )`.execute(db);
  await sql`
    create table fold_marks (
      name text primary key,
      /* Transactions before this one are folded in. */
      before_tx bigint not null
    )`.execute(db);
}
