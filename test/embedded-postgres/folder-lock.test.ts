import { chown, mkdir, readFile, rename, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type DataFolder, openDataFolder } from '../../server/platform/data-folder/data-folder.ts';
import { findHeldLock, lockDataFolder } from '../../server/platform/data-folder/folder-lock.ts';
import {
  copyFolder,
  isRoot,
  listFolder,
  makePlace,
  makeZombie,
  refusal,
  runSpoor,
  silent,
} from './support.ts';

const log = silent;

async function makeFolder(): Promise<DataFolder> {
  return openDataFolder(join(await makePlace(), 'data'), { log });
}

async function changeLock(folder: DataFolder, change: object): Promise<void> {
  const file = join(folder.path, 'spoor.lock');
  await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), ...change }));
}

test('a second start on the folder is refused and told which process has it, since when and where', async () => {
  const folder = await makeFolder();
  const clock = { now: () => new Date('2026-03-01T09:30:00Z') };
  const lock = await lockDataFolder(folder, { log, clock });
  const early = await refusal(lockDataFolder(folder, { log }));
  expect(early.code).toBe('data-folder-in-use');
  expect(early.message).toContain(`process ${process.pid},`);
  await lock.announce('http://localhost:8080');
  const { message } = await refusal(lockDataFolder(folder, { log }));
  expect(message).toContain(
    `process ${process.pid} at http://localhost:8080, since 2026-03-01T09:30:00.000Z`,
  );
  expect((await findHeldLock(folder))?.address).toBe('http://localhost:8080');
  await lock.release();
  await lock.release();
  expect(await findHeldLock(folder)).toBeUndefined();
  await (await lockDataFolder(folder, { log })).release();
  expect(await listFolder(folder.path)).toEqual(['spoor.json']);
});

test('a process that was killed does not keep the folder', async () => {
  const folder = await makeFolder();
  const first = runSpoor(folder.path, { until: 'lock' });
  expect((await first.said).how).toBe('locked');
  expect((await refusal(lockDataFolder(folder, { log }))).details['pid']).toBe(first.process.pid);
  await first.kill();
  await (await lockDataFolder(folder, { log })).release();
});

test('of many processes that start at the same moment, exactly one gets the folder', async () => {
  const folder = await makeFolder();
  for (let round = 0; round < 2; round++) {
    const all = Array.from({ length: 8 }, () => runSpoor(folder.path, { until: 'lock' }));
    const said = await Promise.all(all.map((one) => one.said));
    expect(said.filter(({ how }) => how === 'locked')).toHaveLength(1);
    expect(said.filter(({ error }) => error === 'data-folder-in-use')).toHaveLength(7);
    // Killed, so that the next round fights for a lock that is to be taken over.
    await Promise.all(all.map((one) => one.kill()));
  }
  expect(await listFolder(folder.path)).toEqual(['spoor.json', 'spoor.lock']);
});

test('many takers in one process take turns', async () => {
  const folder = await makeFolder();
  let holders = 0;
  let most = 0;
  let taken = 0;
  const takers = Array.from({ length: 12 }, async () => {
    const lock = await lockDataFolder(folder, { log }).catch(() => undefined);
    if (!lock) return;
    taken++;
    most = Math.max(most, ++holders);
    await new Promise((resolve) => setTimeout(resolve, 5));
    holders--;
    await lock.release();
  });
  await Promise.all(takers);
  expect(most).toBe(1);
  expect(taken).toBeGreaterThanOrEqual(1);
});

test('another process that has got the id of a dead one does not keep the folder', async () => {
  const folder = await makeFolder();
  const lock = await lockDataFolder(folder, { log });
  await changeLock(folder, { id: crypto.randomUUID(), started: '1' });
  const second = await lockDataFolder(folder, { log });
  await lock.release();
  expect(await findHeldLock(folder), 'who has lost the folder cannot give it free').toBeDefined();
  await second.release();
});

test('a dead process that nobody has collected (a zombie) does not keep the folder', async () => {
  const pid = await makeZombie();
  const folder = await makeFolder();
  await lockDataFolder(folder, { log });
  await changeLock(folder, { pid, started: undefined });
  process.kill(pid, 0);
  await (await lockDataFolder(folder, { log })).release();
});

test('a copy of the folder is free while the original is in use; a folder that was moved is not', async () => {
  const place = await makePlace();
  const folder = await openDataFolder(join(place, 'data'), { log });
  const lock = await lockDataFolder(folder, { log });
  copyFolder(folder.path, join(place, 'copy'));
  const copy = await lockDataFolder(await openDataFolder(join(place, 'copy'), { log }), { log });
  await copy.release();
  await rename(folder.path, join(place, 'moved'));
  const moved = await openDataFolder(join(place, 'moved'), { log });
  expect((await refusal(lockDataFolder(moved, { log }))).code).toBe('data-folder-in-use');
  await rename(join(place, 'moved'), folder.path);
  await lock.release();
});

const inOtherContainer = { space: { host: 'other', boot: 'other', namespace: 'pid:[1]' }, pid: 1 };

test('the lock of another container holds as long as its time is kept moving', async () => {
  const folder = await makeFolder();
  await lockDataFolder(folder, { log });
  await changeLock(folder, inOtherContainer);
  const beat = setInterval(() => void utimes(join(folder.path, 'spoor.lock'), new Date(), new Date()), 300);
  onTestFinished(() => clearInterval(beat));
  const { message } = await refusal(lockDataFolder(folder, { log }));
  expect(message).toContain('process 1 on other');
});

test('the lock of another container that has stopped is taken over after a while', {
  timeout: 20_000,
}, async () => {
  const folder = await makeFolder();
  const first = runSpoor(folder.path, { until: 'lock' });
  await first.said;
  await first.kill();
  await changeLock(folder, inOtherContainer);
  await (await lockDataFolder(folder, { log })).release();
});

test('an unreadable lock is replaced', async () => {
  const folder = await makeFolder();
  await writeFile(join(folder.path, 'spoor.lock'), '');
  await (await lockDataFolder(folder, { log })).release();
});

test.runIf(isRoot)(
  'root, starting once on the folder of another user, leaves nothing that shuts that user out',
  async () => {
    const place = await makePlace();
    await mkdir(join(place, 'data'));
    await chown(join(place, 'data'), 12345, 12345);
    const asRoot = runSpoor(join(place, 'data'), { until: 'lock' });
    expect((await asRoot.said).how).toBe('locked');
    const asUser = () => runSpoor(join(place, 'data'), { until: 'lock', uid: 12345 });
    expect((await asUser().said).error).toBe('data-folder-in-use');
    await asRoot.kill();
    const user = asUser();
    expect((await user.said).how).toBe('locked');
    expect(await user.stop()).toBe(0);
  },
);
