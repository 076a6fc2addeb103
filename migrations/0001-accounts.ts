import { type Kysely, sql } from 'kysely';

/** People, their sessions and links, API keys, back-off at sign-in, and the log of who looked at what. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table users (
      id uuid primary key default uuidv7(),
      email text not null constraint users_email_length check (length(email) between 3 and 254),
      name text not null constraint users_name_length check (length(name) between 1 and 120),
      roles text[] not null default '{}' constraint users_roles_known
        check (roles <@ array['mailroom', 'crm', 'campaign', 'records', 'privacy', 'admin']),
      language text constraint users_language_known check (language in ('en', 'nl')),
      password_hash text,
      deactivated_at timestamptz,
      last_sign_in_at timestamptz,
      created_at timestamptz not null
    )`.execute(db);
  await sql`create unique index users_email_key on users (lower(email))`.execute(db);
  await sql`create index users_by_name on users (lower(name), id)`.execute(db);
  await sql`comment on column users.password_hash is 'argon2id in PHC form; null until a one-time link has set one'`.execute(
    db,
  );

  await sql`
    create table sessions (
      id uuid primary key default uuidv7(),
      token_hash bytea not null constraint sessions_token_hash_key unique
        constraint sessions_token_hash_length check (length(token_hash) = 32),
      user_id uuid not null references users on delete cascade,
      method text not null constraint sessions_method_known check (method in ('password', 'link', 'setup')),
      started_at timestamptz not null,
      last_seen_at timestamptz not null,
      expires_at timestamptz not null,
      ip inet not null,
      user_agent text not null constraint sessions_user_agent_length check (length(user_agent) <= 300)
    )`.execute(db);
  await sql`create index sessions_by_user on sessions (user_id, started_at)`.execute(db);
  await sql`create index sessions_by_expiry on sessions (expires_at)`.execute(db);

  await sql`
    create table one_time_links (
      token_hash bytea primary key constraint one_time_links_token_hash_length check (length(token_hash) = 32),
      purpose text not null constraint one_time_links_purpose_known check (purpose in ('setup', 'password')),
      user_id uuid references users on delete cascade,
      created_by uuid references users on delete set null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz,
      constraint one_time_links_password_has_user check ((purpose = 'password') = (user_id is not null))
    )`.execute(db);
  await sql`create index one_time_links_by_user on one_time_links (user_id)`.execute(db);

  await sql`
    create table sign_in_throttles (
      key_hash bytea primary key constraint sign_in_throttles_key_hash_length check (length(key_hash) = 32),
      failures integer not null constraint sign_in_throttles_failures_positive check (failures > 0),
      first_failure_at timestamptz not null,
      last_failure_at timestamptz not null
    )`.execute(db);
  await sql`comment on table sign_in_throttles is 'Failed sign-ins per account and per address, keyed by hash so that no address stands here'`.execute(
    db,
  );

  await sql`
    create table api_keys (
      id uuid primary key default uuidv7(),
      prefix text not null constraint api_keys_prefix_key unique,
      secret_hash bytea not null constraint api_keys_secret_hash_length check (length(secret_hash) = 32),
      name text not null constraint api_keys_name_length check (length(name) between 1 and 120),
      scopes text[] not null,
      user_id uuid not null references users on delete cascade,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      last_used_at timestamptz,
      revoked_at timestamptz,
      constraint api_keys_expire_after_start check (expires_at > created_at)
    )`.execute(db);

  // No foreign key to users: its row lock would make every look at a dossier contend on the reader's own row.
  await sql`
    create table access_log (
      id uuid primary key default uuidv7(),
      at timestamptz not null,
      user_id uuid not null,
      api_key_id uuid,
      action text not null,
      subject_kind text,
      subject_id text,
      ip inet not null,
      request_id uuid not null,
      constraint access_log_subject_whole check ((subject_kind is null) = (subject_id is null))
    )`.execute(db);
  await sql`create index access_log_by_user on access_log (user_id, id)`.execute(db);
  await sql`create index access_log_by_subject on access_log (subject_id, id) where subject_id is not null`.execute(
    db,
  );
  await sql`create index access_log_by_time on access_log using brin (at)`.execute(db);
}
