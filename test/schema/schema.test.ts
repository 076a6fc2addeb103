import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { templateName } from '../support/global-setup.ts';
import { describeDatabase, inRepository, schemaFile, tableTypesFile } from './describe-database.ts';
import { dumpSchema } from './dump-schema.ts';

const server = inject('testServer');
let described: Record<string, string>;

beforeAll(async () => {
  // A copy: while somebody is connected to the template itself, no other test can copy it.
  const database = 'spoor_schema';
  await makeDatabase(`create database ${database} template ${templateName}`);
  described = await describeDatabase({ ...server, database });
});

describe('what the migrations make of an empty database', () => {
  test.each([schemaFile, tableTypesFile])('is what %s says (if not: npm run schema)', async (file) => {
    const committed = await readFile(inRepository(file), 'utf8');
    expect(described[file], `${file} is out of date: run \`npm run schema\` and read the difference`).toBe(
      committed,
    );
  });
});

describe('the dump', () => {
  test('shows every kind of object', async () => {
    const client = await openNewDatabase('every_kind');
    try {
      const rich = await readFile(new URL('every-kind.sql', import.meta.url), 'utf8');
      await client.query(rich);
      await expect(await dumpSchema(client)).toMatchFileSnapshot('every-kind.dump.sql');
    } finally {
      await client.end();
    }
  });

  test('does not depend on the zone, the search path or the order of making', async () => {
    const client = await openNewDatabase('other_order');
    try {
      await client.query(`set timezone = 'Asia/Tokyo'; set search_path = pg_catalog;
        create table public.b (at timestamptz default '2026-01-01Z'); create table public.a (id int);
        create index b_at on public.b (at)`);
      const once = await dumpSchema(client);
      await client.query(`drop table public.a, public.b; set timezone = 'UTC'; set search_path = public;
        create table a (id int); create table b (at timestamptz default '2026-01-01Z'); create index b_at on b (at)`);
      expect(await dumpSchema(client)).toBe(once);
    } finally {
      await client.end();
    }
  });
});

async function openNewDatabase(database: string): Promise<pg.Client> {
  await makeDatabase(`create database ${database}`);
  const client = new pg.Client({ ...server, database });
  await client.connect();
  return client;
}

/** They go with the server, after the run. */
async function makeDatabase(statement: string): Promise<void> {
  const client = new pg.Client(server);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
