-- The schema `public` after all migrations, for reading and for reviews: what a change does to it is seen here.
-- Made by `npm run schema` out of the database's catalogues; not for running. ":app" is the application role.

create extension pg_trgm with schema public;

create type mood as enum ('sad', 'happy', 'fine');

create domain short_text as text not null
  constraint short_text_length CHECK ((length(VALUE) < 9));

create type pair as (
  a integer,
  b text[]
);

create sequence ticket as integer increment 1 minvalue 1 maxvalue 2147483647 start 100 cache 1;

CREATE OR REPLACE FUNCTION double(n integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$select n * 2$function$;
comment on routine double(integer) is 'Twice';

CREATE OR REPLACE FUNCTION touch()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin new.at = now(); return new; end $function$;

create table "Letter box" (
  id bigint not null generated always as identity,
  name short_text,
  doubled integer generated always as ((length((name)::text) * 2)) stored,
  at timestamp with time zone,
  mood mood default 'sad'::mood,
  constraint "Letter box_pkey" PRIMARY KEY (id)
) with (fillfactor=85);
CREATE TRIGGER letter_touch BEFORE UPDATE ON "Letter box" FOR EACH ROW EXECUTE FUNCTION touch();
alter table "Letter box" enable row level security;
alter table "Letter box" force row level security;
create policy letters_own on "Letter box" for select to :app using ((mood <> 'sad'::mood));
comment on table "Letter box" is 'What comes in';
comment on column "Letter box".at is 'When';
comment on constraint "Letter box_pkey" on "Letter box" is 'Why';

create table event (
  code text collate "C" not null,
  at timestamp with time zone not null,
  constraint event_pkey PRIMARY KEY (code, at)
) partition by RANGE (at);
CREATE INDEX event_at ON event USING btree (at);

create unlogged table event_2026 partition of event FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2027-01-01 00:00:00+00') with (fillfactor=70);
CREATE INDEX event_2026_code ON event_2026 USING btree (code);

create view happy as
 SELECT id
   FROM "Letter box"
  WHERE (mood = 'happy'::mood);

grant usage on schema public to public;
grant insert, select on event to :app with grant option;
grant usage on sequence ticket to :app;
grant select on "Letter box" (id) to :app;
grant select on "Letter box" (name) to :app;
grant execute on routine double(integer) to public;
