import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { inject } from 'vitest';
import {
  applicationConnection,
  grantPrivileges,
  grantQueue,
  makeApplicationRole,
} from '../../server/platform/db/application-role.ts';
import type { Connection } from '../../server/platform/db/database.ts';
import { templateName } from './global-setup.ts';

export interface TestDatabase {
  owner: Connection;
  application: Connection;
  /** A query as the owner, who may do what the application may not. */
  query<R extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<R[]>;
  drop(): Promise<void>;
}

/** A fresh copy of the migrated template, with an application role of its own. */
export async function makeTestDatabase(): Promise<TestDatabase> {
  const server = inject('testServer');
  const name = `spoor_${randomBytes(6).toString('hex')}`;
  // As files: through the log, every page of the template would be compressed and written into it each time.
  await onServer(server, `create database ${name} template ${templateName} strategy file_copy`);
  const owner = { ...server, database: name };
  const application = applicationConnection(owner);
  const pool = new pg.Pool({ ...owner, max: 2 });
  pool.on('error', () => {});
  const client = await pool.connect();
  try {
    await makeApplicationRole(client, application);
    await grantPrivileges(client, application.user);
    await grantQueue(client, application.user);
  } finally {
    client.release();
  }
  return {
    owner,
    application,
    query: async (text, values) => (await pool.query(text, values)).rows,
    async drop() {
      // As a member of the role the owner may end its sessions, which may still be closing.
      await pool.query(`grant ${application.user} to current_user`);
      await pool.end();
      await onServer(server, `drop database ${name} with (force)`, `drop role if exists ${application.user}`);
    },
  };
}

/** The server's own vacuum may be in a database, which only a superuser may throw out; it is soon done. */
async function untilLeftAlone(work: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await work();
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== '42501' || attempt === 50) throw error;
      await delay(100);
    }
  }
}

async function onServer(server: Connection, ...statements: string[]): Promise<void> {
  const client = new pg.Client(server);
  await client.connect();
  try {
    for (const statement of statements) await untilLeftAlone(() => client.query(statement));
  } finally {
    await client.end();
  }
}
