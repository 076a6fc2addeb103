import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, escapeIdentifier, escapeLiteral } from 'pg';
import { errorCode } from '../data-folder/write-file.ts';
import { type Connection, isPasswordRefused, withClient } from './connection.ts';

/** The role that owns the product's database: it migrates, makes the application's role, and is no superuser. */
export const OWNER = 'spoor_owner';
export const DATABASE = 'spoor';

/**
 * Makes the owner's role and the database where they are missing: after a first start, and after one that was
 * interrupted. Every step can be repeated.
 */
export async function ensureRolesAndDatabase(
  superuser: Connection,
  owner: Connection,
  { allowCreateDatabase }: { allowCreateDatabase: boolean },
): Promise<void> {
  await besideEarlierRun(() =>
    withClient(superuser, async (client) => {
      await ensureOwner(client, owner.password, allowCreateDatabase);
      await ensureDatabase(client);
    }),
  );
  await withClient(owner, (client) => client.query('select')).catch(async (error) => {
    if (!isPasswordRefused(error)) throw error;
    // The password of a role can be set anew by a superuser: an older secrets.json was restored in part.
    await withClient(superuser, (client) => setPassword(client, owner.password));
    await withClient(owner, (client) => client.query('select'));
  });
}

/**
 * A run that was killed may have left a statement that is still at work in the server, making the same role or
 * database: "exists already" or "in use", and a moment later it is there.
 */
async function besideEarlierRun(work: () => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await work();
    } catch (error) {
      const isPassing = ['23505', '42710', '42P04', '55006', 'XX000'].includes(errorCode(error) ?? '');
      if (!isPassing || tries === 100) throw error;
      await sleep(100);
    }
  }
}

async function ensureOwner(client: Client, password: string, allowCreateDatabase: boolean): Promise<void> {
  const found = await client.query<{ rolcreatedb: boolean }>(
    'select rolcreatedb from pg_roles where rolname = $1',
    [OWNER],
  );
  const role = escapeIdentifier(OWNER);
  if (!found.rows[0]) {
    await client.query(`create role ${role} login createrole password ${escapeLiteral(password)}`);
  }
  if ((found.rows[0]?.rolcreatedb ?? false) !== allowCreateDatabase) {
    await client.query(`alter role ${role} ${allowCreateDatabase ? 'createdb' : 'nocreatedb'}`);
  }
}

async function ensureDatabase(client: Client): Promise<void> {
  const name = escapeIdentifier(DATABASE);
  const found = await client.query<{ isOpen: boolean }>(
    'select datacl is null as "isOpen" from pg_database where datname = $1',
    [DATABASE],
  );
  if (!found.rows[0]) await client.query(`create database ${name} owner ${escapeIdentifier(OWNER)}`);
  // No privileges noted means the defaults: everybody may connect.
  if (found.rows[0]?.isOpen ?? true) await client.query(`revoke all on database ${name} from public`);
}

async function setPassword(client: Client, password: string): Promise<void> {
  await client.query(`alter role ${escapeIdentifier(OWNER)} password ${escapeLiteral(password)}`);
}
