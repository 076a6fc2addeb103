import type pg from 'pg';
import { isOurs, texts } from './catalogue.ts';

/** Functions and procedures, in full. */
export async function dumpRoutines(db: pg.Client): Promise<string[]> {
  return texts(
    db,
    `select replace(trim(trailing E'\\n' from pg_get_functiondef(p.oid)), ' public.', ' ') || ';'
            || coalesce(E'\\ncomment on routine ' || p.oid::regprocedure || ' is '
              || quote_literal(obj_description(p.oid, 'pg_proc')) || ';', '')
            as text
       from pg_proc p
      where p.prokind in ('f', 'p') and ${isOurs('pg_proc', 'p', 'pronamespace')}
      order by p.proname, pg_get_function_identity_arguments(p.oid)`,
  );
}
