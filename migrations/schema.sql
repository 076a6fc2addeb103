-- The schema `public` after all migrations, for reading and for reviews: what a change does to it is seen here.
-- Made by `npm run schema` out of the database's catalogues; not for running. ":app" is the application role.

create extension pg_trgm with schema public;

CREATE OR REPLACE FUNCTION code_sequences_only_grow()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if new.next < old.next or new.spread_key <> old.spread_key then
        raise exception 'codes are issued once, for ever' using errcode = 'check_violation', constraint = 'code_sequences_only_grow';
      end if;
      return new;
    end $function$;

CREATE OR REPLACE FUNCTION has_stray_events()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (EXISTS (SELECT FROM events_default));
comment on routine has_stray_events() is 'Whether events lie in the default partition, because nobody made theirs in time';

CREATE OR REPLACE FUNCTION make_event_partitions(from_day date, months integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
    end $function$;
comment on routine make_event_partitions(date,integer) is 'Makes the partitions of events for so many months, as the owner; returns how many were not there';

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

create table code_sequences (
  kind text not null,
  next bigint not null default 0,
  spread_key bytea not null,
  constraint code_sequences_pkey PRIMARY KEY (kind),
  constraint code_sequences_key_length CHECK ((length(spread_key) = 16)),
  constraint code_sequences_kind_known CHECK ((kind = ANY (ARRAY['document'::text, 'container'::text, 'location'::text, 'command'::text]))),
  constraint code_sequences_next_not_negative CHECK ((next >= 0))
);
CREATE TRIGGER only_grow BEFORE UPDATE ON code_sequences FOR EACH ROW EXECUTE FUNCTION code_sequences_only_grow();

create table commands (
  code bigint not null,
  kind text not null,
  name text not null,
  constraint commands_pkey PRIMARY KEY (code),
  constraint commands_name_key UNIQUE (kind, name),
  constraint commands_code_kind CHECK (((code >= '900000000000'::bigint) AND (code <= '999999999999'::bigint))),
  constraint commands_kind_known CHECK ((kind = ANY (ARRAY['moment'::text, 'station'::text])))
);

create table customer_import_batches (
  job_id uuid not null,
  number integer not null,
  rows jsonb not null,
  constraint customer_import_batches_pkey PRIMARY KEY (job_id, number),
  constraint customer_import_batches_job_id_fkey FOREIGN KEY (job_id) REFERENCES customer_imports(job_id) ON DELETE CASCADE
);
comment on table customer_import_batches is 'What a large import has still to do; each batch goes when it is done, the rest when its job ends';

create table customer_imports (
  job_id uuid not null,
  dry_run boolean not null,
  rows integer not null,
  done integer not null default 0,
  created integer not null default 0,
  updated integer not null default 0,
  unchanged integer not null default 0,
  rejected jsonb not null,
  rejected_rows integer not null,
  ignored_columns text[] not null,
  constraint customer_imports_pkey PRIMARY KEY (job_id),
  constraint customer_imports_done_adds_up CHECK ((done = ((created + updated) + unchanged))),
  constraint customer_imports_done_in_range CHECK (((done >= 0) AND (done <= rows))),
  constraint customer_imports_job_id_fkey FOREIGN KEY (job_id) REFERENCES jobs(id) ON DELETE CASCADE
);

create table customer_words (
  word text collate "C" not null,
  constraint customer_words_pkey PRIMARY KEY (word)
);
CREATE INDEX customer_words_search ON customer_words USING gin (word gin_trgm_ops);
comment on table customer_words is 'Words of names and cities, each once: what a mistyped word is compared with';

create table customers (
  id uuid not null default uuidv7(),
  ref text collate "C" not null,
  name text not null,
  city text,
  address_lines text[],
  do_not_mail text,
  search_text text collate "C" not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint customers_pkey PRIMARY KEY (id),
  constraint customers_ref_key UNIQUE (ref),
  constraint customers_address_lines_few CHECK (((cardinality(address_lines) >= 1) AND (cardinality(address_lines) <= 6))),
  constraint customers_city_length CHECK (((length(city) >= 1) AND (length(city) <= 120))),
  constraint customers_do_not_mail_known CHECK ((do_not_mail = ANY (ARRAY['objection'::text, 'deceased'::text, 'bad-address'::text]))),
  constraint customers_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint customers_ref_length CHECK (((length(ref) >= 1) AND (length(ref) <= 80))),
  constraint customers_search_text_length CHECK ((length(search_text) <= 620))
);
CREATE INDEX customers_by_search_text ON customers USING btree (search_text);
CREATE INDEX customers_search ON customers USING gin (search_text gin_trgm_ops);
CREATE INDEX customers_with_address ON customers USING btree (id) WHERE (address_lines IS NOT NULL);

create table document_types (
  id uuid not null default uuidv7(),
  key text not null,
  created_at timestamp with time zone not null,
  constraint document_types_pkey PRIMARY KEY (id),
  constraint document_types_key_key UNIQUE (key),
  constraint document_types_key_form CHECK ((key ~ '^[a-z][a-z0-9-]{0,39}$'::text))
);

create table documents (
  code bigint not null,
  mailing_id uuid not null,
  customer_id uuid not null,
  process_id uuid not null,
  run_number integer not null,
  status smallint[] not null,
  version integer not null,
  head bytea not null,
  whereabouts smallint not null,
  place bigint,
  known smallint not null,
  since timestamp with time zone not null,
  answered_at timestamp with time zone,
  key_points jsonb,
  constraint documents_pkey PRIMARY KEY (code),
  constraint documents_code_kind CHECK (((code >= '100000000000'::bigint) AND (code <= '699999999999'::bigint))),
  constraint documents_head_length CHECK ((length(head) = 32)),
  constraint documents_known_known CHECK (((known >= 0) AND (known <= 4))),
  constraint documents_place_kind CHECK (((place >= '700000000000'::bigint) AND (place <= '899999999999'::bigint))),
  constraint documents_placed_somewhere CHECK (((whereabouts = 3) = (place IS NOT NULL))),
  constraint documents_version_positive CHECK ((version > 0)),
  constraint documents_whereabouts_known CHECK (((whereabouts >= 0) AND (whereabouts <= 9)))
) with (fillfactor=85);
CREATE INDEX documents_by_customer ON documents USING btree (customer_id);
CREATE INDEX documents_by_mailing ON documents USING btree (mailing_id, run_number);
CREATE INDEX documents_by_place ON documents USING btree (place) WHERE (place IS NOT NULL);

create table events (
  code bigint not null,
  number integer not null,
  kind smallint not null,
  happened_at timestamp with time zone not null,
  stated_at timestamp with time zone,
  recorded_at timestamp with time zone not null,
  moment bigint,
  status_before smallint[],
  status_after smallint[],
  whereabouts smallint,
  place bigint,
  known smallint,
  by_user uuid,
  station_id integer,
  cause uuid,
  tx bigint not null default ((pg_current_xact_id())::text)::bigint,
  hash bytea not null,
  constraint events_pkey PRIMARY KEY (code, number, recorded_at),
  constraint events_hash_length CHECK ((length(hash) = 32)),
  constraint events_kind_known CHECK (((kind >= 1) AND (kind <= 20))),
  constraint events_number_positive CHECK ((number > 0))
) partition by RANGE (recorded_at);
CREATE INDEX events_by_tx ON events USING brin (tx);

create table events_default partition of events DEFAULT;

create table fold_marks (
  name text not null,
  before_tx bigint not null,
  constraint fold_marks_pkey PRIMARY KEY (name)
);

create table guide_progress (
  user_id uuid not null,
  practised_at timestamp with time zone,
  closed_at timestamp with time zone,
  constraint guide_progress_pkey PRIMARY KEY (user_id),
  constraint guide_progress_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);

create table issuing_guard (
  only_one boolean not null default true,
  home jsonb,
  stopped_at timestamp with time zone,
  constraint issuing_guard_pkey PRIMARY KEY (only_one),
  constraint issuing_guard_only_one CHECK (only_one)
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

create table mailing_figures (
  mailing_id uuid not null,
  variable smallint not null,
  value smallint not null,
  papers integer not null,
  constraint mailing_figures_pkey PRIMARY KEY (mailing_id, variable, value)
);

create table mailing_targets (
  mailing_id uuid not null,
  run_number integer not null,
  customer_id uuid not null,
  constraint mailing_targets_pkey PRIMARY KEY (mailing_id, run_number),
  constraint mailing_targets_run_number_positive CHECK ((run_number > 0)),
  constraint mailing_targets_mailing_id_fkey FOREIGN KEY (mailing_id) REFERENCES mailings(id) ON DELETE CASCADE
);
comment on table mailing_targets is 'Who gets which paper, from the request until the papers are issued';

create table mailings (
  id uuid not null default uuidv7(),
  name text not null,
  process_id uuid not null,
  expected_by date,
  state text not null,
  papers integer not null,
  issued integer not null default 0,
  mailed_at timestamp with time zone,
  closed_at timestamp with time zone,
  job_id uuid,
  created_by uuid,
  created_at timestamp with time zone not null,
  request_key text,
  request_digest bytea,
  constraint mailings_pkey PRIMARY KEY (id),
  constraint mailings_request_key_key UNIQUE (created_by, request_key),
  constraint mailings_issued_in_range CHECK (((issued >= 0) AND (issued <= papers))),
  constraint mailings_name_length CHECK (((length(name) >= 1) AND (length(name) <= 160))),
  constraint mailings_papers_not_negative CHECK ((papers >= 0)),
  constraint mailings_state_known CHECK ((state = ANY (ARRAY['issuing'::text, 'issued'::text, 'cancelled'::text]))),
  constraint mailings_whole_when_issued CHECK (((state <> 'issued'::text) OR (issued = papers))),
  constraint mailings_process_id_fkey FOREIGN KEY (process_id) REFERENCES processes(id)
);
CREATE INDEX mailings_by_name ON mailings USING btree (lower(name));

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
  crm_link text,
  address_days integer not null default 90,
  example boolean not null default false,
  constraint organisation_pkey PRIMARY KEY (only_one),
  constraint organisation_address_days_range CHECK (((address_days >= 0) AND (address_days <= 3650))),
  constraint organisation_crm_link_form CHECK (((crm_link ~ '^https?://'::text) AND (crm_link ~~ '%{ref}%'::text))),
  constraint organisation_language_known CHECK ((language = ANY (ARRAY['en'::text, 'nl'::text]))),
  constraint organisation_name_length CHECK (((length(name) >= 1) AND (length(name) <= 160))),
  constraint organisation_only_one CHECK (only_one)
);

create table places (
  code bigint not null,
  class text not null,
  kind text not null,
  name text not null,
  sort_name text collate "C" not null generated always as (regexp_replace(regexp_replace(lower(name), '([0-9]+)'::text, '000000000\1'::text, 'g'::text), '[0-9]*([0-9]{10})'::text, '\1'::text, 'g'::text)) stored,
  parent bigint,
  country text,
  capacity integer,
  moved_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  version integer not null default 1,
  head bytea not null,
  removed_at timestamp with time zone,
  constraint places_pkey PRIMARY KEY (code),
  constraint places_capacity_positive CHECK ((capacity > 0)),
  constraint places_class_known CHECK ((class = ANY (ARRAY['location'::text, 'container'::text]))),
  constraint places_code_kind CHECK ((((class = 'container'::text) AND ((code >= '700000000000'::bigint) AND (code <= '799999999999'::bigint))) OR ((class = 'location'::text) AND ((code >= '800000000000'::bigint) AND (code <= '899999999999'::bigint))))),
  constraint places_container_lies_somewhere CHECK (((class = 'location'::text) OR (parent IS NOT NULL))),
  constraint places_country_form CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint places_country_of_locations CHECK (((country IS NULL) OR (class = 'location'::text))),
  constraint places_head_length CHECK ((length(head) = 32)),
  constraint places_kind_known CHECK ((((class = 'location'::text) AND (kind = ANY (ARRAY['site'::text, 'building'::text, 'room'::text, 'rack'::text, 'shelf'::text]))) OR ((class = 'container'::text) AND (kind = ANY (ARRAY['folder'::text, 'box'::text, 'tray'::text, 'crate'::text]))))),
  constraint places_name_length CHECK (((length(name) >= 1) AND (length(name) <= 80))),
  constraint places_not_in_itself CHECK ((parent <> code)),
  constraint places_parent_fkey FOREIGN KEY (parent) REFERENCES places(code)
);
CREATE INDEX places_by_name ON places USING btree (sort_name, code) WHERE (removed_at IS NULL);
CREATE INDEX places_by_number ON places USING btree (kind, (("substring"(name, ' ([0-9]{1,9})$'::text))::integer) DESC NULLS LAST) WHERE (removed_at IS NULL);
CREATE UNIQUE INDEX places_name_key ON places USING btree (parent, lower(name)) NULLS NOT DISTINCT WHERE (removed_at IS NULL);
CREATE INDEX places_search ON places USING gin (lower(name) gin_trgm_ops, ((code)::text) gin_trgm_ops);

create table processes (
  id uuid not null default uuidv7(),
  document_type_id uuid not null,
  version integer not null,
  definition jsonb not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  constraint processes_pkey PRIMARY KEY (id),
  constraint processes_version_key UNIQUE (document_type_id, version),
  constraint processes_version_positive CHECK ((version > 0)),
  constraint processes_document_type_id_fkey FOREIGN KEY (document_type_id) REFERENCES document_types(id)
);

create table scan_exceptions (
  id uuid not null default uuidv7(),
  code bigint not null,
  scan_id uuid not null,
  reason smallint not null,
  moment bigint,
  place bigint,
  undoes uuid,
  happened_at timestamp with time zone not null,
  stated_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  station_id integer not null,
  by_user uuid,
  settled_at timestamp with time zone,
  settled_by uuid,
  decision text,
  settled_why text,
  constraint scan_exceptions_pkey PRIMARY KEY (id),
  constraint scan_exceptions_decision_known CHECK ((decision = ANY (ARRAY['scanned'::text, 'present'::text, 'dismissed'::text, 'withdrawn'::text]))),
  constraint scan_exceptions_reason_known CHECK (((reason >= 0) AND (reason <= 2))),
  constraint scan_exceptions_settled_whole CHECK (((num_nulls(settled_at, settled_by, decision) = ANY (ARRAY[0, 3])) AND ((settled_why IS NOT NULL) = ((decision IS NOT NULL) AND (decision <> 'withdrawn'::text))))),
  constraint scan_exceptions_settled_why_length CHECK (((length(settled_why) >= 1) AND (length(settled_why) <= 200)))
);
CREATE INDEX scan_exceptions_open ON scan_exceptions USING btree (id) WHERE (settled_at IS NULL);
CREATE INDEX scan_exceptions_waiting ON scan_exceptions USING btree (code) WHERE (settled_at IS NULL);

create table scan_refusals (
  id uuid not null default uuidv7(),
  code bigint,
  outcome smallint not null,
  problem smallint not null,
  happened_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  station_id integer not null,
  by_user uuid,
  constraint scan_refusals_pkey PRIMARY KEY (id)
);
CREATE INDEX scan_refusals_by_age ON scan_refusals USING brin (recorded_at);

create table scans (
  code bigint not null,
  id uuid not null,
  contents bigint not null,
  outcome smallint not null,
  moment smallint,
  place smallint,
  problem smallint,
  event integer,
  undoes uuid,
  recorded_at timestamp with time zone not null,
  constraint scans_key PRIMARY KEY (code, id),
  constraint scans_moment_known CHECK (((moment >= 0) AND (moment <= 3))),
  constraint scans_outcome_known CHECK (((outcome >= 0) AND (outcome <= 6))),
  constraint scans_place_known CHECK (((place >= 0) AND (place <= 3)))
);
CREATE INDEX scans_by_age ON scans USING brin (recorded_at);
comment on table scans is 'Scans that something came of, for 180 days: sent again they get the first reply';

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

create table sightings (
  code bigint not null,
  seen_at timestamp with time zone not null,
  station_id integer not null,
  by_user uuid,
  constraint sightings_pkey PRIMARY KEY (code)
);
comment on table sightings is 'Where a paper or place was last seen without anything being booked';

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

create table stations (
  id integer not null generated always as identity,
  name text not null,
  constraint stations_pkey PRIMARY KEY (id),
  constraint stations_name_key UNIQUE (name),
  constraint stations_name_length CHECK (((length(name) >= 1) AND (length(name) <= 100)))
);

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
grant select, update on code_sequences to :app;
grant insert, select on commands to :app;
grant delete, insert, select on customer_import_batches to :app;
grant delete, insert, select, update on customer_imports to :app;
grant delete, insert, select on customer_words to :app;
grant insert, select, update on customers to :app;
grant insert, select on document_types to :app;
grant insert, select, update on documents to :app;
grant insert, select on events to :app;
grant insert, select, update on fold_marks to :app;
grant insert, select, update on guide_progress to :app;
grant select, update on issuing_guard to :app;
grant insert, select, update on jobs to :app;
grant select on kysely_migration to :app;
grant delete, insert, select, update on mailing_figures to :app;
grant delete, insert, select on mailing_targets to :app;
grant insert, select, update on mailings to :app;
grant delete, insert, select, update on one_time_links to :app;
grant select, update on organisation to :app;
grant insert, select, update on places to :app;
grant insert, select on processes to :app;
grant insert, select, update on scan_exceptions to :app;
grant delete, insert, select on scan_refusals to :app;
grant delete, insert, select on scans to :app;
grant delete, insert, select, update on sessions to :app;
grant insert, select, update on sightings to :app;
grant delete, insert, select, update on sign_in_throttles to :app;
grant insert, select on stations to :app;
grant insert, select, update on users to :app;
grant execute on routine code_sequences_only_grow() to public;
grant execute on routine has_stray_events() to :app;
grant execute on routine make_event_partitions(date,integer) to :app;
