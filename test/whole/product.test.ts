import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { makeEmptyDatabase } from '../migrations/support.ts';
import { ApiClient } from '../support/api-client.ts';
import { listPostgres, makePlace, startProduct, takePort } from './product-process.ts';
import { account, administrator, listPeople, makeUsedFolder, signIn } from './used-folder.ts';

test('the first start prints where it runs and a link, with which the first administrator is made', async () => {
  const folder = path.join(makePlace(), 'data');
  const first = startProduct(folder);
  const address = await first.address();
  const link = await vi.waitFor(() => first.setupLink() ?? Promise.reject(new Error('no link')));
  expect(link.startsWith(`${address}/setup#`)).toBe(true);
  const client = new ApiClient(address);
  const set = await client.post('/setup', {
    token: link.split('#')[1],
    organisation: { name: 'Vrolijk & Zonen', language: 'nl', timeZone: 'Europe/Amsterdam' },
    administrator: { ...account, name: 'First One' },
  });
  expect(set.status).toBe(201);
  expect(await listPeople(client)).toEqual([account.email]);
  expect(await first.stop()).toBe(0);

  const later = startProduct(folder);
  const again = await later.address();
  expect(await listPeople(await signIn(again))).toEqual([account.email]);
  expect(later.setupLink()).toBeUndefined();
  expect(await later.stop()).toBe(0);
  expect(later.said(), 'nothing to warn of, also not while it stops').toBe(`\n  Spoor runs at ${again}\n\n`);
  expect(listPostgres(path.dirname(folder))).toEqual([]);
});

test('the environment names the first administrator, who is made once and is not changed by it later', async () => {
  const { folder } = await makeUsedFolder();
  const other = { SPOOR_ADMIN_EMAIL: 'other@example.org', SPOOR_ADMIN_PASSWORD: 'another good sentence' };
  const product = startProduct(folder, other);
  expect(await listPeople(await signIn(await product.address()))).toEqual([account.email]);
  expect(product.setupLink()).toBeUndefined();
});

test('a bad password for him stops the start, says which setting, does not repeat it, and leaves nothing running', async () => {
  const place = makePlace();
  const product = startProduct(path.join(place, 'data'), {
    ...administrator,
    SPOOR_ADMIN_PASSWORD: 'iloveyou',
  });
  expect(await product.ended).toBe(1);
  expect(product.said()).toMatch(
    /Spoor has not started \(settings-wrong\)\.\n.*SPOOR_ADMIN_PASSWORD: .*list of guesses/,
  );
  expect(product.said()).not.toContain('iloveyou');
  expect(product.said()).not.toContain('    at ');
  expect(listPostgres(place)).toEqual([]);
});

test('bad settings are all named, and nothing is made', async () => {
  const folder = path.join(makePlace(), 'data');
  const product = startProduct(folder, { PORT: 'x', LOG_LEVEL: 'loud', SPOOR_TLS_CERT: '/nowhere' });
  expect(await product.ended).toBe(1);
  for (const name of ['PORT', 'LOG_LEVEL', 'SPOOR_TLS_CERT']) expect(product.said()).toContain(`${name}: `);
  expect(existsSync(folder)).toBe(false);
});

test('a second start on the same folder is refused, naming the first, which runs on', async () => {
  const { folder } = await makeUsedFolder();
  const first = startProduct(folder);
  const address = await first.address();
  const second = startProduct(folder);
  expect(await second.ended).toBe(1);
  expect(second.said()).toContain('data-folder-in-use');
  expect(second.said()).toContain(String(first.child.pid));
  expect(second.said()).toContain(address);
  expect(await listPeople(await signIn(address))).toEqual([account.email]);
});

test('a port that is taken is said, and nothing is left running', async () => {
  const { place, folder } = await makeUsedFolder();
  const PORT = await takePort();
  const product = startProduct(folder, { PORT });
  expect(await product.ended).toBe(1);
  expect(product.said()).toContain(`Port ${PORT} on 127.0.0.1 is in use`);
  expect(listPostgres(place)).toEqual([]);
});

test.each([
  [
    'it cannot be reached',
    { DATABASE_URL: 'postgres://owner:geheim@127.0.0.1:1/spoor' },
    'database-unreachable',
  ],
  [
    'it names itself for the application',
    {
      DATABASE_URL: 'postgres://owner:geheim@127.0.0.1:1/spoor',
      SPOOR_APP_DATABASE_URL: 'postgres://owner:geheim@127.0.0.1:1/spoor',
    },
    'settings-wrong',
  ],
])('a database elsewhere is refused in words when %s', async (_, env, code) => {
  const folder = path.join(makePlace(), 'data');
  const product = startProduct(folder, env);
  expect(await product.ended).toBe(1);
  expect(product.said()).toContain(`Spoor has not started (${code}).`);
  expect(product.said()).not.toContain('geheim');
});

test('a database elsewhere is used just like its own, and no data folder is made', async () => {
  const folder = path.join(makePlace(), 'data');
  const { user, password, host, database } = await makeEmptyDatabase();
  const DATABASE_URL = `postgres://${user}:${encodeURIComponent(password)}@/${database}?host=${host}`;
  const first = startProduct(folder, { ...administrator, DATABASE_URL });
  const client = await signIn(await first.address());
  expect((await client.get<{ database: string }>('/system')).body.database).toBe('outside');
  const second = startProduct(folder, { DATABASE_URL });
  expect(await listPeople(await signIn(await second.address()))).toEqual([account.email]);
  expect(existsSync(folder)).toBe(false);
  expect(await Promise.all([first.stop(), second.stop()])).toEqual([0, 0]);
});
