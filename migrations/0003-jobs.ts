import { type Kysely, sql } from 'kysely';

/** One row for each piece of background work, with its progress; the queue itself is graphile-worker's. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table jobs (
      id uuid primary key default uuidv7(),
      kind text not null,
      /* The same key is never taken on twice, e.g. the minute of a calendar's tick or a request's Idempotency-Key. */
      key text,
      input jsonb not null,
      state text not null default 'queued' constraint jobs_state_known
        check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
      done bigint not null default 0,
      total bigint,
      attempts integer not null default 0,
      tries_left integer not null constraint jobs_tries_left_not_negative check (tries_left >= 0),
      result jsonb,
      problem jsonb,
      started_by uuid references users on delete set null,
      created_at timestamptz not null,
      started_at timestamptz,
      ended_at timestamptz,
      cancel_asked_at timestamptz,
      constraint jobs_key_key unique (kind, key),
      constraint jobs_done_not_negative check (done >= 0),
      constraint jobs_ended_when_over check ((ended_at is not null) = (state in ('done', 'failed', 'cancelled')))
    )`.execute(db);
  await sql`create index jobs_by_starter on jobs (started_by, id)`.execute(db);
  await sql`create index jobs_open on jobs (state) where state in ('queued', 'running')`.execute(db);
}
