import { createHmac } from 'node:crypto';
import type pg from 'pg';
import { StartError } from '../start-error.ts';
import type { Connection } from './database.ts';
import { callableFunctions, tablePrivileges } from './privileges.ts';

/**
 * The application role beside the owner: `<database>_app`, since roles belong to the whole server and two
 * installations may share one. Its password is derived from the owner's, so that every process that may migrate
 * knows it and nothing has to be kept.
 */
export function applicationConnection(owner: Connection): Connection {
  const password = createHmac('sha256', owner.password).update('spoor application role').digest('base64url');
  return { ...owner, user: `${owner.database}_app`, password };
}

/** Makes the application role or sets its password anew. Throws a StartError where the owner may not. */
export async function makeApplicationRole(client: pg.ClientBase, application: Connection): Promise<void> {
  const may = await client.query<{ may: boolean }>(
    'select rolsuper or rolcreaterole as may from pg_roles where rolname = current_user',
  );
  const known = await client.query('select 1 from pg_roles where rolname = $1', [application.user]);
  if (!may.rows[0]?.may) {
    throw new StartError(
      'application-role-missing',
      `The owner named by DATABASE_URL may not make roles. Make a role of its own for the application (login, nothing else) ` +
        `and name it with SPOOR_APP_DATABASE_URL. Nothing was changed.`,
    );
  }
  const role = client.escapeIdentifier(application.user);
  const password = client.escapeLiteral(application.password);
  // A role that is there keeps its attributes: only a superuser may state them again.
  await client.query(
    known.rowCount
      ? `alter role ${role} login password ${password}`
      : `create role ${role} login nosuperuser nocreatedb nocreaterole noreplication password ${password}`,
  );
}

/** Gives the application role what `tablePrivileges` lists and takes away all else. Inside a transaction. */
export async function grantPrivileges(client: pg.ClientBase, roleName: string): Promise<void> {
  const role = client.escapeIdentifier(roleName);
  const tables = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace
       and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition`,
  );
  const unlisted = tables.rows.map((row) => row.name).filter((name) => !(name in tablePrivileges));
  if (unlisted.length > 0) throw new Error(`privileges.ts has no line for: ${unlisted.join(', ')}`);
  const database = await client.query<{ name: string }>('select current_database() as name');
  const databaseName = client.escapeIdentifier(database.rows[0]?.name ?? '');
  await client.query(`grant connect on database ${databaseName} to ${role}`);
  await client.query(`revoke all on all tables in schema public from public, ${role}`);
  await client.query(`revoke all on all sequences in schema public from public, ${role}`);
  await client.query(`revoke create on schema public from public, ${role}`);
  await client.query(`grant usage on schema public to ${role}`);
  for (const { name } of tables.rows) {
    const granted = tablePrivileges[name] ?? [];
    if (granted.length === 0) continue;
    await client.query(`grant ${granted.join(', ')} on ${client.escapeIdentifier(name)} to ${role}`);
  }
  for (const name of callableFunctions) {
    await client.query(`grant execute on function ${name} to ${role}`);
  }
}

/** The queue's tables have row-level security without policies: only their owner sees rows. One policy for us. */
export async function grantQueue(client: pg.ClientBase, roleName: string): Promise<void> {
  const role = client.escapeIdentifier(roleName);
  await client.query(`grant usage on schema graphile_worker to ${role}`);
  await client.query(
    `grant select, insert, update, delete on all tables in schema graphile_worker to ${role}`,
  );
  await client.query(`grant usage on all sequences in schema graphile_worker to ${role}`);
  await client.query(`grant execute on all functions in schema graphile_worker to ${role}`);
  const secured = await client.query<{ name: string }>(
    `select relname as name from pg_class
      where relnamespace = 'graphile_worker'::regnamespace and relkind in ('r', 'p') and relrowsecurity`,
  );
  for (const { name } of secured.rows) {
    const table = `graphile_worker.${client.escapeIdentifier(name)}`;
    await client.query(`drop policy if exists spoor_application on ${table}`);
    await client.query(
      `create policy spoor_application on ${table} to ${role} using (true) with check (true)`,
    );
  }
}
