import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Connection } from '../../server/platform/db/database.ts';
import { listMigrations, migrateDatabase } from '../../server/platform/db/migrate.ts';
import { makeEmptyDatabase, query } from './support.ts';

const applied = (owner: Connection) =>
  query<{ name: string; timestamp: string }>(owner, 'select * from kysely_migration order by name');

/** That the product can work on it: everything is there, and the application role may use it. */
async function expectWell(owner: Connection): Promise<void> {
  const application = await migrateDatabase({ owner });
  expect((await applied(owner)).map(({ name }) => name)).toEqual(await listMigrations());
  expect(await query(application, 'select count(*)::int as organisations from organisation')).toEqual([
    { organisations: 1 },
  ]);
  const added = await query(application, "select id from graphile_worker.add_job('test', '{}'::json)");
  expect(added).toHaveLength(1);
}

test('an empty database is brought to this version, and the same again changes nothing', async () => {
  const owner = await makeEmptyDatabase();
  await expectWell(owner);
  const before = await applied(owner);
  await expectWell(owner);
  expect(await applied(owner)).toEqual(before);
});

test('eight processes that start at once migrate it once, and all are well', {
  timeout: 60_000,
}, async () => {
  const owner = await makeEmptyDatabase();
  const connections = await Promise.all(Array.from({ length: 8 }, () => migrateDatabase({ owner })));
  expect(new Set(connections.map((connection) => JSON.stringify(connection))).size).toBe(1);
  await expectWell(owner);

  const fresh = await makeEmptyDatabase();
  const processes = Array.from({ length: 4 }, () => startMigrating(fresh));
  const codes = await Promise.all(processes.map(async ({ ended }) => (await ended)[0]));
  expect(codes).toEqual([0, 0, 0, 0]);
  await expectWell(fresh);
});

function startMigrating(owner: Connection) {
  const script = new URL('migrate-process.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, JSON.stringify(owner)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { child, begun: once(child.stdout, 'data'), ended: once(child, 'exit') };
}

test('whenever the process is killed in the middle, the next run is well', { timeout: 60_000 }, async () => {
  for (const ms of [0, 30, 80, 160]) {
    const owner = await makeEmptyDatabase();
    const { child, begun, ended } = startMigrating(owner);
    await begun;
    await sleep(ms);
    child.kill('SIGKILL');
    await ended;
    await expectWell(owner);
  }
});

test('a migration that fails leaves nothing of itself or of those before it in the same run', async () => {
  const owner = await makeEmptyDatabase();
  // Where the last migration wants to make its table there is one already.
  await query(owner, 'create table jobs (id integer)');
  await expect(migrateDatabase({ owner })).rejects.toThrow('the database is as it was');
  const tables = "select table_name from information_schema.tables where table_schema = 'public' order by 1";
  expect(await query(owner, tables)).toEqual([
    { table_name: 'jobs' },
    { table_name: 'kysely_migration' },
    { table_name: 'kysely_migration_lock' },
  ]);
  await query(owner, 'drop table jobs');
  await expectWell(owner);
});

test('a database that a newer version has used is refused with what to do, and nothing changes', async () => {
  const owner = await makeEmptyDatabase();
  await migrateDatabase({ owner });
  await query(owner, "insert into kysely_migration values ('9999-from-the-future', '2030-01-01T00:00:00Z')");
  const before = await applied(owner);
  await expect(migrateDatabase({ owner })).rejects.toMatchObject({
    name: 'StartError',
    code: 'database-newer',
    message: expect.stringMatching(/newer version of Spoor.*Nothing was changed/s),
  });
  expect(await applied(owner)).toEqual(before);
});

test.each([
  ['a server that is not there', { host: '127.0.0.1', port: 1 }],
  ['a name that nobody has', { host: 'no-such-host.invalid' }],
  ['a wrong password', { password: 'wrong' }],
  ['a database that is not there', { database: 'no_such_database' }],
])('%s is told with the setting to look at', async (_, change) => {
  const owner = await makeEmptyDatabase();
  await expect(migrateDatabase({ owner: { ...owner, ...change } })).rejects.toMatchObject({
    code: 'database-unreachable',
    message: expect.stringContaining('DATABASE_URL'),
  });
});
