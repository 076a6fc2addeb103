import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import type { Connection } from '../../server/platform/db/database.ts';

export async function query<R extends pg.QueryResultRow>(
  connection: Connection,
  text: string,
  values?: unknown[],
): Promise<R[]> {
  const client = new pg.Client({ ...connection });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<R>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** A database with nothing in it, gone after the test with the roles that came with it. */
export async function makeEmptyDatabase(more: { owner?: string } = {}): Promise<Connection> {
  const server = inject('testServer');
  const name = `spoor_${randomBytes(6).toString('hex')}`;
  await query(server, `create database ${name} ${more.owner ? `owner ${more.owner}` : ''}`);
  const roles = [`${name}_app`];
  onTestFinished(async () => {
    await query(server, `drop database ${name} with (force)`);
    for (const role of roles) await query(server, `drop role if exists ${role}`);
  });
  return { ...server, database: name };
}

/** A role that can sign in, gone after the test. */
export async function makeRole(attributes = ''): Promise<{ user: string; password: string }> {
  const server = inject('testServer');
  const user = `role_${randomBytes(6).toString('hex')}`;
  const password = randomBytes(9).toString('hex');
  await query(server, `create role ${user} login ${attributes} password '${password}'`);
  await query(server, `grant ${user} to current_user`);
  onTestFinished(async () => {
    await query(server, `drop role if exists ${user}`);
  });
  return { user, password };
}
