import type pg from 'pg';
import { isOurs, texts } from './catalogue.ts';

/** Who may do what beside the owner: the application role, written `:app`, and `public`. */
export async function dumpGrants(db: pg.Client): Promise<string[]> {
  const grants: string[] = [];
  for (const objects of [schema, tables, columns, routines])
    grants.push(...(await texts(db, grantsOn(objects))));
  return grants.length === 0 ? [] : [grants.join('\n')];
}

interface Objects {
  what: string;
  from: string;
  acl: string;
  owner: string;
  where: string;
}

/** One line per object and grantee: `grant insert, select on jobs to :app;`. */
function grantsOn({ what, from, acl, owner, where }: Objects): string {
  return `
    select format('grant %s on %s to %s%s;', string_agg(lower(g.privilege_type), ', ' order by g.privilege_type),
           o.what, o.grantee, case when g.is_grantable then ' with grant option' else '' end) as text
      from ${from}
     cross join lateral aclexplode(${acl}) as g
     cross join lateral (select ${what} as what, case when g.grantee = 0 then 'public' else ':app' end as grantee) as o
     where g.grantee <> ${owner} and ${where}
     group by o.what, o.grantee, g.is_grantable order by o.what collate "C", o.grantee`;
}

const schema: Objects = {
  what: `'schema ' || n.nspname`,
  from: 'pg_namespace n',
  acl: 'n.nspacl',
  owner: 'n.nspowner',
  where: `n.nspname = 'public'`,
};

const tables: Objects = {
  what: `case when c.relkind = 'S' then 'sequence ' else '' end || c.oid::regclass`,
  from: 'pg_class c',
  acl: 'c.relacl',
  owner: 'c.relowner',
  where: isOurs('pg_class', 'c', 'relnamespace'),
};

const columns: Objects = {
  what: `format('%s (%I)', c.oid::regclass, a.attname)`,
  from: 'pg_class c join pg_attribute a on a.attrelid = c.oid and a.attacl is not null',
  acl: 'a.attacl',
  owner: 'c.relowner',
  where: isOurs('pg_class', 'c', 'relnamespace'),
};

// Unlike a table, a function may be called by everybody until that is revoked: null means the default here.
const routines: Objects = {
  what: `'routine ' || p.oid::regprocedure`,
  from: 'pg_proc p',
  acl: `coalesce(p.proacl, acldefault('f', p.proowner))`,
  owner: 'p.proowner',
  where: isOurs('pg_proc', 'p', 'pronamespace'),
};
