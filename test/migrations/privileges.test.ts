import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { grantPrivileges } from '../../server/platform/db/application-role.ts';
import { migrateDatabase } from '../../server/platform/db/migrate.ts';
import { tablePrivileges } from '../../server/platform/db/privileges.ts';
import { makeEmptyDatabase, makeRole, query } from './support.ts';

const granted = `
  select table_name as "table", array_agg(lower(privilege_type) order by privilege_type)::text[] as granted
    from information_schema.role_table_grants
   where table_schema = 'public' and grantee = $1 group by table_name`;

test('the application role has exactly the privileges that are listed, and no column or public grants beside', async () => {
  const owner = await makeEmptyDatabase();
  const { user } = await migrateDatabase({ owner });
  const listed = Object.entries(tablePrivileges).filter(([, privileges]) => privileges.length > 0);
  const found = await query<{ table: string; granted: string[] }>(owner, granted, [user]);
  expect(Object.fromEntries(found.map((row) => [row.table, row.granted]))).toEqual(
    Object.fromEntries(listed.map(([table, privileges]) => [table, privileges.toSorted()])),
  );
  expect(await query(owner, granted, ['PUBLIC'])).toEqual([]);
  const columns = await query<{ table: string }>(
    owner,
    `select distinct table_name as "table" from information_schema.role_column_grants g
      where table_schema = 'public' and grantee = $1 and not exists (select from information_schema.role_table_grants t
        where t.table_name = g.table_name and t.grantee = g.grantee and t.privilege_type = g.privilege_type)`,
    [user],
  );
  expect(columns).toEqual([]);
  const tables = await query<{ name: string }>(
    owner,
    // What a partition may be asked for is asked of its table.
    `select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`,
  );
  expect(tables.map(({ name }) => name).toSorted()).toEqual(Object.keys(tablePrivileges).toSorted());
});

test('it can make nothing, owns nothing, and is nothing more than a role that can sign in', async () => {
  const owner = await makeEmptyDatabase();
  const application = await migrateDatabase({ owner });
  const attempts = [
    'create table more ()',
    'create schema more',
    'create table graphile_worker.more ()',
    'create function public.more() returns int language sql return 1',
    'create extension citext',
    'create role more',
    'create database more',
    'drop table sessions',
    'alter table users add column more text',
    'truncate sessions',
    'delete from users',
    'delete from api_keys',
    'delete from jobs',
    'insert into organisation default values',
    'update kysely_migration set name = name',
    'insert into kysely_migration_lock values (1, 1)',
    `set role ${owner.user}`,
    "copy (select 1) to program 'true'",
    "select pg_read_file('/etc/passwd')",
  ];
  const outcomes = await Promise.all(
    attempts.map((attempt) =>
      query(application, attempt).then(
        () => [attempt, 'done'],
        ({ code }: { code: string }) => [attempt, code],
      ),
    ),
  );
  expect(outcomes).toEqual(attempts.map((attempt) => [attempt, '42501']));
  const owned = `select count(*)::int as count from pg_class where relowner = $1::regrole`;
  expect(await query(owner, owned, [application.user])).toEqual([{ count: 0 }]);
  const [role] = await query(owner, 'select * from pg_roles where rolname = $1', [application.user]);
  expect(role).toMatchObject({
    rolsuper: false,
    rolcreaterole: false,
    rolcreatedb: false,
    rolreplication: false,
    rolbypassrls: false,
    rolcanlogin: true,
  });
});

test('what somebody granted by hand is taken away by the next start', async () => {
  const owner = await makeEmptyDatabase();
  const { user } = await migrateDatabase({ owner });
  await query(
    owner,
    `grant all on access_log, kysely_migration_lock to ${user}; grant select on users to public`,
  );
  await query(owner, `grant create on schema public to ${user}`);
  await migrateDatabase({ owner });
  const found = await query<{ table: string; granted: string[] }>(owner, granted, [user]);
  expect(found.find(({ table }) => table === 'access_log')?.granted).toEqual(['insert', 'select']);
  expect(found.find(({ table }) => table === 'kysely_migration_lock')).toBeUndefined();
  expect(await query(owner, granted, ['PUBLIC'])).toEqual([]);
  expect(await query(owner, "select has_schema_privilege($1, 'public', 'create') as may", [user])).toEqual([
    { may: false },
  ]);
});

test('a table without a line in the list is an error, so that none is forgotten', async () => {
  const owner = await makeEmptyDatabase();
  const { user } = await migrateDatabase({ owner });
  await query(owner, 'create table forgotten ()');
  const client = new pg.Client({ ...owner });
  await client.connect();
  await expect(grantPrivileges(client, user)).rejects.toThrow('forgotten');
  await client.end();
});

test('an outside owner who may make roles is enough', async () => {
  const role = await makeRole('createrole');
  const owner = { ...(await makeEmptyDatabase({ owner: role.user })), ...role };
  const application = await migrateDatabase({ owner });
  expect(application).toMatchObject({ user: `${owner.database}_app`, database: owner.database });
  expect(await query(application, 'select name from organisation')).toEqual([{ name: null }]);
  await migrateDatabase({ owner });
  // The role goes first, with what it was given; only its maker may drop it.
  await query(owner, `drop owned by ${application.user}`).catch(() => {});
  await query({ ...owner }, `grant ${application.user} to ${inject('testServer').user} with admin option`);
});

test('an outside owner who may not make roles is told to name one, and nothing changes', async () => {
  const role = await makeRole();
  const owner = { ...(await makeEmptyDatabase({ owner: role.user })), ...role };
  await expect(migrateDatabase({ owner })).rejects.toMatchObject({
    code: 'application-role-missing',
    message: expect.stringContaining('SPOOR_APP_DATABASE_URL'),
  });
  const tables = "select from information_schema.tables where table_schema = 'public'";
  expect(await query(owner, tables)).toEqual([]);
});

test('with a role that the administrator has made it works without making any', async () => {
  const [role, app] = [await makeRole(), await makeRole()];
  const owner = { ...(await makeEmptyDatabase({ owner: role.user })), ...role };
  const application = { ...owner, ...app };
  expect(await migrateDatabase({ owner, application })).toEqual(application);
  expect(await query(application, 'select name from organisation')).toEqual([{ name: null }]);
  const refused = query(application, 'delete from access_log');
  await expect(refused).rejects.toMatchObject({ code: '42501' });
  await migrateDatabase({ owner, application });
});

test('a role for the application that cannot sign in is told before anything changes', async () => {
  const role = await makeRole();
  const owner = { ...(await makeEmptyDatabase({ owner: role.user })), ...role };
  const application = { ...owner, user: 'nobody_has_made_it', password: 'x' };
  await expect(migrateDatabase({ owner, application })).rejects.toMatchObject({
    code: 'database-unreachable',
    message: expect.stringContaining('SPOOR_APP_DATABASE_URL'),
  });
  const tables = "select from information_schema.tables where table_schema = 'public'";
  expect(await query(owner, tables)).toEqual([]);
});
