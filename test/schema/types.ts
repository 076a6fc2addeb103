import type pg from 'pg';
import { isOurs, texts } from './catalogue.ts';

/** Extensions, enums, domains, composite types and sequences. */
export async function dumpTypes(db: pg.Client): Promise<string[]> {
  return [
    ...(await texts(db, extensions)),
    ...(await texts(db, enums)),
    ...(await texts(db, domains)),
    ...(await texts(db, composites)),
    ...(await texts(db, sequences)),
  ];
}

const extensions = `
  select format('create extension %I with schema %I;', extname, extnamespace::regnamespace) as text
    from pg_extension where extname <> 'plpgsql' order by extname`;

const enums = `
  select format('create type %I as enum (%s);', t.typname, string_agg(quote_literal(e.enumlabel), ', '
         order by e.enumsortorder)) as text
    from pg_type t join pg_enum e on e.enumtypid = t.oid
   where ${isOurs('pg_type', 't', 'typnamespace')}
   group by t.typname order by t.typname`;

const domains = `
  select format('create domain %I as %s', t.typname, format_type(t.typbasetype, t.typtypmod))
         || coalesce(' default ' || t.typdefault, '') || case when t.typnotnull then ' not null' else '' end
         || coalesce((select string_agg(format(E'\\n  constraint %I %s', c.conname, pg_get_constraintdef(c.oid)), ''
              order by c.conname) from pg_constraint c where c.contypid = t.oid and c.contype = 'c'), '') || ';' as text
    from pg_type t
   where t.typtype = 'd' and ${isOurs('pg_type', 't', 'typnamespace')}
   order by t.typname`;

const composites = `
  select format(E'create type %I as (\\n%s\\n);', c.relname, string_agg(format('  %I %s', a.attname,
         format_type(a.atttypid, a.atttypmod)), E',\\n' order by a.attnum)) as text
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   where c.relkind = 'c' and ${isOurs('pg_class', 'c', 'relnamespace')}
   group by c.relname order by c.relname`;

// Sequences of identity columns (deptype i) are written with their column.
const sequences = `
  select format('create sequence %I as %s increment %s minvalue %s maxvalue %s start %s cache %s%s;', c.relname,
         format_type(s.seqtypid, null), s.seqincrement, s.seqmin, s.seqmax, s.seqstart, s.seqcache,
         case when s.seqcycle then ' cycle' else '' end) as text
    from pg_class c join pg_sequence s on s.seqrelid = c.oid
   where ${isOurs('pg_class', 'c', 'relnamespace')} and not exists (
         select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'i')
   order by c.relname`;
