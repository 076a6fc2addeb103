import { existsSync } from 'node:fs';
import { readdir, readFile, readlink, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findDataFolder } from '../../server/platform/data-folder/data-folder.ts';
import { connectEmbeddedPostgres } from '../../server/platform/embedded-postgres/embedded-postgres.ts';
import { makeUsedFolder } from './seed.ts';
import { listFolder, makePlace, query, runSpoor, startHere, waitUntilNoneIn } from './support.ts';

const setting = async (owner: Parameters<typeof query>[0], name: string) =>
  (await query<{ value: string }>(owner, `select current_setting('${name}') as value`))[0]?.value;

test('the first start makes the database, and stopping leaves nothing running', async () => {
  const path = join(await makePlace(), 'data');
  const postgres = await startHere(path);
  expect(postgres.how).toBe('created');
  const [row] = await query<Record<string, unknown>>(
    postgres.owner,
    `select current_user as "user", rolsuper, rolcreatedb, rolcreaterole, rolbypassrls, rolreplication,
       (select pg_get_userbyid(datdba) || ' ' || pg_encoding_to_char(encoding) || ' ' || datlocprovider::text || ' '
         || datlocale from pg_database where datname = current_database()) as database
     from pg_roles where rolname = current_user`,
  );
  expect(row).toEqual({
    user: 'spoor_owner',
    rolsuper: false,
    rolcreatedb: false,
    rolcreaterole: true,
    rolbypassrls: false,
    rolreplication: false,
    database: 'spoor_owner UTF8 b C.UTF-8',
  });
  await postgres.stop();
  await postgres.stop();
  await waitUntilNoneIn(path);
  expect(await listFolder(path)).toEqual(['logs', 'postgres', 'secrets.json', 'spoor.json']);
});

test('a later start finds what was saved, and is quick', async () => {
  const path = await makeUsedFolder();
  const begun = performance.now();
  const postgres = await startHere(path);
  expect(performance.now() - begun).toBeLessThan(3_000);
  expect(postgres.how).toBe('started');
  expect(await query(postgres.owner, 'select code from paper')).toEqual([{ code: 'first' }]);
  await postgres.stop();
});

test('the database is safe, and says nothing about people in its log', async () => {
  const path = await makeUsedFolder();
  const { owner, stop } = await startHere(path);
  for (const name of ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums']) {
    expect(await setting(owner, name), name).toBe('on');
  }
  expect(await setting(owner, 'jit')).toBe('off');
  expect(await setting(owner, 'timezone')).toBe('UTC');
  await query(owner, "create table person (name text unique); insert into person values ('Zoë Quill')");
  await expect(query(owner, "insert into person values ('Zoë Quill')")).rejects.toThrow('person_name_key');
  await expect(query(owner, "select 'Zoë Quill'::int")).rejects.toThrow('Zoë Quill');
  await expect(query(owner, "do $$ begin raise 'about Zoë Quill'; end $$")).rejects.toThrow();
  await stop();
  const names = await readdir(join(path, 'logs'));
  const logs = await Promise.all(names.map((name) => readFile(join(path, 'logs', name), 'utf8')));
  expect(logs.join('\n')).toContain('ready to accept connections');
  expect(logs.join('\n')).not.toMatch(/Quill/);
});

test('the owner can add the extensions that the product uses, and they know letters beyond ASCII', async () => {
  const path = await makeUsedFolder();
  const { owner, stop } = await startHere(path);
  for (const name of ['pg_trgm', 'btree_gin', 'btree_gist', 'unaccent', 'pgcrypto', 'citext']) {
    await query(owner, `create extension ${name}`);
  }
  expect(
    await query(
      owner,
      "select show_trgm('Зоя') <> '{}' as cyrillic, unaccent('Zoë') as plain, uuidv7() is not null as v7",
    ),
  ).toEqual([{ cyrillic: true, plain: 'Zoe', v7: true }]);
  await stop();
});

test('it is reached through a socket that is open to one user alone, with the password, and not over the network', async () => {
  const path = await makeUsedFolder();
  const { owner, pid, stop } = await startHere(path);
  expect(owner.host).toBe(join(path, 'run'));
  expect(((await stat(owner.host)).mode & 0o777).toString(8)).toBe('700');
  expect(((await stat(join(path, 'secrets.json'))).mode & 0o777).toString(8)).toBe('600');
  expect(await setting(owner, 'listen_addresses')).toBe('');
  expect(await listTcpSockets(pid)).toEqual([]);
  for (const wrong of [
    { password: 'wrong' },
    { password: '' },
    { user: 'spoor_superuser' },
    { user: 'root' },
  ]) {
    await expect(query({ ...owner, ...wrong }, 'select 1'), JSON.stringify(wrong)).rejects.toThrow();
  }
  await stop();
});

/** The process's own, among those that Linux lists for all. */
async function listTcpSockets(pid: number): Promise<string[]> {
  const tables = await Promise.all(['tcp', 'tcp6'].map((name) => readFile(`/proc/net/${name}`, 'utf8')));
  const inodes = new Set(
    tables
      .join('\n')
      .split('\n')
      .map((line) => line.trim().split(/\s+/)[9]),
  );
  const files = await readdir(`/proc/${pid}/fd`);
  const targets = await Promise.all(files.map((fd) => readlink(`/proc/${pid}/fd/${fd}`).catch(() => '')));
  return targets.filter((target) => inodes.has(/^socket:\[(\d+)\]$/.exec(target)?.[1] ?? 'no socket'));
}

test('databases can be made and copied where that is asked for, and only while it is', async () => {
  const path = await makeUsedFolder();
  const tests = await startHere(path, { allowCreateDatabase: true });
  await query(tests.owner, 'create database copy template spoor');
  expect(await query({ ...tests.owner, database: 'copy' }, 'select code from paper')).toEqual([
    { code: 'first' },
  ]);
  await tests.stop();
  const product = await startHere(path);
  await expect(query(product.owner, 'create database more')).rejects.toThrow('permission denied');
  await product.stop();
});

test('other roles cannot even connect unless they are let in', async () => {
  const { owner, stop } = await startHere(await makeUsedFolder());
  await query(owner, "create role guest login password 'guest'");
  const guest = { ...owner, user: 'guest', password: 'guest' };
  await expect(query(guest, 'select 1')).rejects.toThrow('permission denied for database');
  await stop();
});

test('a command finds the running database of a folder, and none when it is at rest', async () => {
  const path = await makeUsedFolder();
  const dataFolder = (await findDataFolder(path))!;
  expect(await connectEmbeddedPostgres({ dataFolder })).toBeUndefined();
  const { owner, stop } = await startHere(path);
  expect(await connectEmbeddedPostgres({ dataFolder })).toEqual(owner);
  await stop();
  expect(await connectEmbeddedPostgres({ dataFolder })).toBeUndefined();
});

test('a path that is too long for a socket, and one with blanks and quotes, do as well', async () => {
  const place = await makePlace();
  for (const name of ['x'.repeat(120), `o'ne "two", drié $HOME`]) {
    const path = join(place, name);
    const postgres = await startHere(path);
    expect(await query(postgres.owner, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(await connectEmbeddedPostgres({ dataFolder: (await findDataFolder(path))! })).toEqual(
      postgres.owner,
    );
    await postgres.stop();
    expect(existsSync(postgres.owner.host)).toBe(false);
  }
});

test("the administrator's own settings are read, but cannot turn off what keeps data safe", async () => {
  const path = await makeUsedFolder();
  await writeFile(
    join(path, 'postgres', 'local.conf'),
    "work_mem = 32MB\nfsync = off\nlisten_addresses = '*'\n",
  );
  const { owner, stop } = await startHere(path);
  expect(await setting(owner, 'work_mem')).toBe('32MB');
  expect(await setting(owner, 'fsync')).toBe('on');
  expect(await setting(owner, 'listen_addresses')).toBe('');
  await stop();
});

test('of two processes of the product on one folder the second is refused, and the first is not disturbed', async () => {
  const path = await makeUsedFolder();
  const both = [runSpoor(path), runSpoor(path)];
  const said = await Promise.all(both.map((one) => one.said));
  expect(said.map(({ how, error }) => how ?? error).sort()).toEqual(['data-folder-in-use', 'started']);
  const first = said.findIndex(({ how }) => how === 'started');
  expect(await query(said[first]!.owner!, 'select code from paper')).toEqual([{ code: 'first' }]);
  expect(await both[first]!.stop(), 'nothing keeps the process alive after stopping').toBe(0);
  await waitUntilNoneIn(path);
});
