import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { makeUsedFolder } from './seed.ts';
import {
  listServersIn,
  makePlace,
  query,
  runSpoor,
  startHere,
  waitUntil,
  waitUntilNoneIn,
} from './support.ts';

const insert = "insert into paper values ('second')";
const both = [{ code: 'first' }, { code: 'second' }];
const papers = 'select code from paper order by code';

test('when the product is killed, its Postgres lives on and the next start takes it over', async () => {
  const path = await makeUsedFolder();
  const first = runSpoor(path);
  const { pid, owner } = await first.said;
  await query(owner!, insert);
  await first.kill();
  const next = await startHere(path);
  expect([next.how, next.pid]).toEqual(['adopted', pid]);
  expect(next.owner).toEqual(owner);
  expect(await query(next.owner, papers)).toEqual(both);
  await next.stop();
  await waitUntilNoneIn(path);
});

test('Ctrl-C in the terminal of the product does not reach Postgres', async () => {
  const path = await makeUsedFolder();
  const { pid, stop } = await startHere(path);
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]!.split(' ');
  expect([Number(fields[2]), Number(fields[3])], 'its own process group and session').toEqual([pid, pid]);
  await stop();
});

test('when Postgres is killed, the product learns of it, and what was committed is recovered', async () => {
  const path = await makeUsedFolder();
  const first = await startHere(path);
  await query(first.owner, insert);
  process.kill(first.pid, 'SIGKILL');
  expect(await first.gone).toEqual({ pid: first.pid, code: null, signal: 'SIGKILL' });
  await first.stop();
  const next = await startHere(path);
  expect(next.how).toBe('recovered');
  expect(await query(next.owner, papers)).toEqual(both);
  await next.stop();
});

test('the same for a Postgres that was taken over; one that is stopped on purpose is not reported', async () => {
  const path = await makeUsedFolder();
  const first = runSpoor(path);
  await first.said;
  await first.kill();
  const next = await startHere(path);
  process.kill(next.pid, 'SIGKILL');
  expect((await next.gone).pid).toBe(next.pid);
  await next.stop();
  const last = await startHere(path);
  await last.stop();
  expect(await Promise.race([last.gone, sleep(400, 'silent')])).toBe('silent');
});

test.each([
  [
    'the product and the head of Postgres',
    (pids: number[], pid: number) => pids.filter((one) => one === pid),
  ],
  ['the product and every process of Postgres', (pids: number[]) => pids],
])('after killing %s, the next start recovers', async (_, choose) => {
  const path = await makeUsedFolder();
  const first = runSpoor(path);
  const { pid, owner } = await first.said;
  await query(owner!, insert);
  first.process.kill('SIGKILL');
  for (const one of choose(listServersIn(path), pid!)) process.kill(one, 'SIGKILL');
  // At once, while processes are still ending, and may be zombies.
  await first.ended;
  const next = await startHere(path);
  expect(next.how).toBe('recovered');
  expect(await query(next.owner, papers)).toEqual(both);
  await next.stop();
});

test('a process of a killed Postgres that computes on and on is ended, and the next start recovers', {
  timeout: 30_000,
}, async () => {
  const path = await makeUsedFolder();
  const first = await startHere(path);
  const client = new Client({ ...first.owner });
  client.on('error', () => undefined);
  await client.connect();
  client.query('do $$ begin loop end loop; end $$').catch(() => undefined);
  await sleep(200);
  process.kill(first.pid, 'SIGKILL');
  await first.gone;
  await first.stop();
  const next = await startHere(path);
  expect(next.how).toBe('recovered');
  expect(await query(next.owner, 'select code from paper')).toEqual([{ code: 'first' }]);
  await next.stop();
  await waitUntilNoneIn(path);
});

test('a kill in the middle of the first start leaves nothing half-made', async () => {
  const path = join(await makePlace(), 'data');
  const first = runSpoor(path);
  const isHalfMade = async () =>
    existsSync(path) && (await readdir(path)).some((name) => name.startsWith('postgres.half-made-'));
  await waitUntil(isHalfMade);
  await sleep(150);
  await first.kill();
  expect(existsSync(join(path, 'postgres'))).toBe(false);
  const next = await startHere(path);
  expect(next.how).toBe('created');
  expect(await query(next.owner, 'select 1 as one')).toEqual([{ one: 1 }]);
  await next.stop();
  expect(await isHalfMade()).toBe(false);
});

test('a kill at any later moment of the first start does not matter either', {
  timeout: 60_000,
}, async () => {
  for (const ms of [0, 60, 120]) {
    const path = join(await makePlace(), 'data');
    const first = runSpoor(path);
    await waitUntil(() => existsSync(join(path, 'postgres')));
    await sleep(ms);
    await first.kill();
    const next = await startHere(path);
    await query(next.owner, 'create table later ()');
    await next.stop();
  }
});
