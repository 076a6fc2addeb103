-- One of every kind of object that the dump shows; every-kind.dump.sql is what it has to say about them.
create role every_kind_app;
create extension pg_trgm;
create type mood as enum ('sad', 'happy', 'fine');
create domain short_text as text not null constraint short_text_length check (length(value) < 9);
create type pair as (a int, b text[]);
create sequence ticket as integer start 100;

create function double(n int) returns int language sql immutable as 'select n * 2';
comment on function double(int) is 'Twice';
create function touch() returns trigger language plpgsql as $$ begin new.at = now(); return new; end $$;
revoke execute on function touch() from public;

create table "Letter box" (
  id bigint generated always as identity primary key,
  name short_text,
  doubled int generated always as (length(name) * 2) stored,
  at timestamptz,
  mood mood default 'sad'
) with (fillfactor = 85);
create trigger letter_touch before update on "Letter box" for each row execute function touch();
alter table "Letter box" enable row level security;
alter table "Letter box" force row level security;
create policy letters_own on "Letter box" for select to every_kind_app using (mood <> 'sad');
comment on table "Letter box" is 'What comes in';
comment on column "Letter box".at is 'When';
comment on constraint "Letter box_pkey" on "Letter box" is 'Why';

create table event (code text not null collate "C", at timestamptz not null, primary key (code, at))
  partition by range (at);
create index event_at on event (at);
create unlogged table event_2026 partition of event for values from ('2026-01-01Z') to ('2027-01-01Z')
  with (fillfactor = 70);
create index event_2026_code on event_2026 (code);

create view happy as select id from "Letter box" where mood = 'happy';

grant select (id, name) on "Letter box" to every_kind_app;
grant insert, select on event to every_kind_app with grant option;
grant usage on sequence ticket to every_kind_app;
