import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { makeChance } from '../../server/example/chance.ts';
import { copyFolder, killPostgres, listPostgres, makePlace, startProduct } from './product-process.ts';
import { account, administrator, everybody, listPeople, makeUsedFolder, signIn } from './used-folder.ts';

const long = { timeout: 180_000 };
test('SIGTERM lets a request under way end, takes no new ones, and ends all of it', long, async () => {
  const { place, folder } = await makeUsedFolder();
  const product = startProduct(folder);
  const address = await product.address();
  const port = Number(new URL(address).port);
  const socket = net.connect(port, '127.0.0.1');
  const body = JSON.stringify(account);
  const head = `POST /api/v1/session HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\n`;
  socket.write(`${head}Content-Length: ${body.length}\r\n\r\n${body.slice(0, 10)}`);
  let answer = '';
  socket.on('data', (data) => {
    answer += data.toString();
  });
  // Once another request is answered, the one before it has arrived as well.
  await (await fetch(`${address}/healthz`)).text();
  const ended = product.stop();
  await vi.waitFor(() => expect(fetch(`${address}/healthz`)).rejects.toThrow(), { timeout: 5_000 });
  socket.write(body.slice(10));
  await vi.waitFor(() => expect(answer).toMatch(/^HTTP\/1\.1 200 /));
  expect(await ended).toBe(0);
  expect(listPostgres(place)).toEqual([]);
});

test(
  'kill -9 at twenty moments of the start, of a first one and of later ones: the next is well',
  long,
  async () => {
    const chance = makeChance(20_270_309);
    const fresh = path.join(makePlace(), 'data');
    const { folder: used } = await makeUsedFolder();
    for (let n = 0; n < 20; n += 1) {
      const product = startProduct(n < 5 ? fresh : used, administrator);
      await sleep(chance.below(n < 5 ? 2_000 : 600));
      await product.kill();
    }
    for (const folder of [fresh, used]) {
      const product = startProduct(folder, administrator);
      expect(await listPeople(await signIn(await product.address()))).toEqual([account.email]);
      expect(await product.stop()).toBe(0);
    }
  },
);

test(
  'kill -9 of Postgres: requests are answered 503, until within seconds all is there again',
  long,
  async () => {
    const { folder } = await makeUsedFolder();
    const product = startProduct(folder);
    const client = await signIn(await product.address());
    await client.post('/users', { email: 'second@example.org', name: 'Second', roles: [] });
    killPostgres(folder);
    const seen = new Set<number>();
    await vi.waitFor(
      async () => {
        const { status, body } = await client.get<{ code?: string }>('/users');
        seen.add(status);
        if (status === 503) expect(body.code).toBe('unavailable');
        expect([...seen].filter((one) => one !== 200 && one !== 503)).toEqual([]);
        expect([status, seen.has(503)]).toEqual([200, true]);
      },
      { timeout: 15_000, interval: 15 },
    );
    expect(await listPeople(client)).toEqual(everybody);
    // Background work is taken up again as well.
    await vi.waitFor(
      async () => {
        const { body } = await client.get<{ health: { part: string; well: boolean }[] }>('/system');
        expect(body.health.filter(({ well }) => !well)).toEqual([]);
      },
      { timeout: 15_000, interval: 100 },
    );
    expect(await product.stop()).toBe(0);
  },
);

test('kill -9 of Node, and of both: what was acknowledged is there after the next start', long, async () => {
  const { folder } = await makeUsedFolder();
  const first = startProduct(folder);
  const client = await signIn(await first.address());
  await client.post('/users', { email: 'before@example.org', name: 'Before', roles: [] });
  await first.kill();
  const second = startProduct(folder);
  const again = await signIn(await second.address());
  await again.post('/users', { email: 'between@example.org', name: 'Between', roles: [] });
  killPostgres(folder);
  await second.kill();
  const third = startProduct(folder);
  const last = await signIn(await third.address());
  expect(await listPeople(last)).toEqual(['before@example.org', 'between@example.org', account.email]);
});

test(
  'a cold copy of the data folder starts elsewhere with everything in it, while the original runs or is stopped',
  long,
  async () => {
    const { place, folder } = await makeUsedFolder();
    const original = startProduct(folder);
    const client = await signIn(await original.address());
    await client.post('/users', { email: 'second@example.org', name: 'Second', roles: [] });
    expect(await original.stop()).toBe(0);
    copyFolder(folder, path.join(place, 'one'));
    copyFolder(folder, path.join(place, 'two'));
    const one = startProduct(path.join(place, 'one'));
    expect(await listPeople(await signIn(await one.address()))).toEqual(everybody);
    const running = startProduct(folder);
    const two = startProduct(path.join(place, 'two'));
    expect(await listPeople(await signIn(await two.address()))).toEqual(everybody);
    const moved = await signIn(await two.address());
    await moved.post('/users', { email: 'third@example.org', name: 'Third', roles: [] });
    expect(await listPeople(await signIn(await running.address()))).toEqual(everybody);
    expect(await Promise.all([one.stop(), two.stop(), running.stop()])).toEqual([0, 0, 0]);
  },
);
