-- The schema `public` after all migrations, for reading and for reviews: what a change does to it is seen here.
-- Made by `npm run schema` out of the database's catalogues; not for running. ":app" is the application role.

create table access_log (
  id uuid not null default uuidv7(),
  at timestamp with time zone not null,
  user_id uuid not null,
  api_key_id uuid,
  action text not null,
  subject_kind text,
  subject_id text,
  ip inet not null,
  request_id uuid not null,
  constraint access_log_pkey PRIMARY KEY (id),
  constraint access_log_subject_whole CHECK (((subject_kind IS NULL) = (subject_id IS NULL)))
);
CREATE INDEX access_log_by_subject ON access_log USING btree (subject_id, id) WHERE (subject_id IS NOT NULL);
CREATE INDEX access_log_by_time ON access_log USING brin (at);
CREATE INDEX access_log_by_user ON access_log USING btree (user_id, id);

create table api_keys (
  id uuid not null default uuidv7(),
  prefix text not null,
  secret_hash bytea not null,
  name text not null,
  scopes text[] not null,
  user_id uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint api_keys_pkey PRIMARY KEY (id),
  constraint api_keys_prefix_key UNIQUE (prefix),
  constraint api_keys_expire_after_start CHECK ((expires_at > created_at)),
  constraint api_keys_name_length CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint api_keys_secret_hash_length CHECK ((length(secret_hash) = 32)),
  constraint api_keys_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);

create table jobs (
  id uuid not null default uuidv7(),
  kind text not null,
  key text,
  input jsonb not null,
  state text not null default 'queued'::text,
  done bigint not null default 0,
  total bigint,
  attempts integer not null default 0,
  tries_left integer not null,
  result jsonb,
  problem jsonb,
  started_by uuid,
  created_at timestamp with time zone not null,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  cancel_asked_at timestamp with time zone,
  constraint jobs_pkey PRIMARY KEY (id),
  constraint jobs_key_key UNIQUE (kind, key),
  constraint jobs_done_not_negative CHECK ((done >= 0)),
  constraint jobs_ended_when_over CHECK (((ended_at IS NOT NULL) = (state = ANY (ARRAY['done'::text, 'failed'::text, 'cancelled'::text])))),
  constraint jobs_state_known CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text]))),
  constraint jobs_tries_left_not_negative CHECK ((tries_left >= 0)),
  constraint jobs_started_by_fkey FOREIGN KEY (started_by) REFERENCES users(id) ON DELETE SET NULL
);
CREATE INDEX jobs_by_starter ON jobs USING btree (started_by, id);
CREATE INDEX jobs_open ON jobs USING btree (state) WHERE (state = ANY (ARRAY['queued'::text, 'running'::text]));

create table kysely_migration (
  name character varying(255) not null,
  "timestamp" character varying(255) not null,
  constraint kysely_migration_pkey PRIMARY KEY (name)
);

create table kysely_migration_lock (
  id character varying(255) not null,
  is_locked integer not null default 0,
  constraint kysely_migration_lock_pkey PRIMARY KEY (id)
);

create table one_time_links (
  token_hash bytea not null,
  purpose text not null,
  user_id uuid,
  created_by uuid,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint one_time_links_pkey PRIMARY KEY (token_hash),
  constraint one_time_links_password_has_user CHECK (((purpose = 'password'::text) = (user_id IS NOT NULL))),
  constraint one_time_links_purpose_known CHECK ((purpose = ANY (ARRAY['setup'::text, 'password'::text]))),
  constraint one_time_links_token_hash_length CHECK ((length(token_hash) = 32)),
  constraint one_time_links_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE SET NULL,
  constraint one_time_links_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
CREATE INDEX one_time_links_by_user ON one_time_links USING btree (user_id);

create table organisation (
  only_one boolean not null default true,
  name text,
  language text not null default 'en'::text,
  time_zone text not null default 'Europe/Amsterdam'::text,
  constraint organisation_pkey PRIMARY KEY (only_one),
  constraint organisation_language_known CHECK ((language = ANY (ARRAY['en'::text, 'nl'::text]))),
  constraint organisation_name_length CHECK (((length(name) >= 1) AND (length(name) <= 160))),
  constraint organisation_only_one CHECK (only_one)
);

create table sessions (
  id uuid not null default uuidv7(),
  token_hash bytea not null,
  user_id uuid not null,
  method text not null,
  started_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ip inet not null,
  user_agent text not null,
  constraint sessions_pkey PRIMARY KEY (id),
  constraint sessions_token_hash_key UNIQUE (token_hash),
  constraint sessions_method_known CHECK ((method = ANY (ARRAY['password'::text, 'link'::text, 'setup'::text]))),
  constraint sessions_token_hash_length CHECK ((length(token_hash) = 32)),
  constraint sessions_user_agent_length CHECK ((length(user_agent) <= 300)),
  constraint sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
CREATE INDEX sessions_by_expiry ON sessions USING btree (expires_at);
CREATE INDEX sessions_by_user ON sessions USING btree (user_id, started_at);

create table sign_in_throttles (
  key_hash bytea not null,
  failures integer not null,
  first_failure_at timestamp with time zone not null,
  last_failure_at timestamp with time zone not null,
  constraint sign_in_throttles_pkey PRIMARY KEY (key_hash),
  constraint sign_in_throttles_failures_positive CHECK ((failures > 0)),
  constraint sign_in_throttles_key_hash_length CHECK ((length(key_hash) = 32))
);
comment on table sign_in_throttles is 'Failed sign-ins per account and per address, keyed by hash so that no address stands here';

create table users (
  id uuid not null default uuidv7(),
  email text not null,
  name text not null,
  roles text[] not null default '{}'::text[],
  language text,
  password_hash text,
  deactivated_at timestamp with time zone,
  last_sign_in_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint users_pkey PRIMARY KEY (id),
  constraint users_email_length CHECK (((length(email) >= 3) AND (length(email) <= 254))),
  constraint users_language_known CHECK ((language = ANY (ARRAY['en'::text, 'nl'::text]))),
  constraint users_name_length CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint users_roles_known CHECK ((roles <@ ARRAY['mailroom'::text, 'crm'::text, 'campaign'::text, 'records'::text, 'privacy'::text, 'admin'::text]))
);
CREATE INDEX users_by_name ON users USING btree (lower(name), id);
CREATE UNIQUE INDEX users_email_key ON users USING btree (lower(email));
comment on column users.password_hash is 'argon2id in PHC form; null until a one-time link has set one';

grant usage on schema public to :app;
grant usage on schema public to public;
grant insert, select on access_log to :app;
grant insert, select, update on api_keys to :app;
grant insert, select, update on jobs to :app;
grant select on kysely_migration to :app;
grant delete, insert, select, update on one_time_links to :app;
grant select, update on organisation to :app;
grant delete, insert, select, update on sessions to :app;
grant delete, insert, select, update on sign_in_throttles to :app;
grant insert, select, update on users to :app;
