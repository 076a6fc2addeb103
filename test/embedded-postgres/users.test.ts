import { chmod, chown, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expectUnharmed, makeUsedFolder } from './seed.ts';
import { isRoot, makePlace, query, runSpoor, startHere, waitUntilNoneIn } from './support.ts';

test.runIf(isRoot).each([
  ['with an account', 33],
  ['without an account on this machine', 12345],
])('an ordinary user %s can start it, and root after that user, and the user again', async (_, uid) => {
  const path = join(await makePlace(), 'data');
  await mkdir(path);
  await chown(path, uid, uid);
  const rounds = [
    [uid, 'created', 'stop'],
    [0, 'started', 'stop'],
    [uid, 'started', 'kill'],
    [0, 'adopted', 'kill'],
    [uid, 'adopted', 'stop'],
  ] as const;
  for (const [as, how, end] of rounds) {
    const spoor = runSpoor(path, { uid: as });
    const said = await spoor.said;
    expect(said.how ?? said.message, `as ${as}`).toBe(how);
    expect((await stat(`/proc/${said.pid}`)).uid, `as ${as}`).toBe(uid);
    await spoor[end]();
  }
  await waitUntilNoneIn(path);
});

test.runIf(isRoot)("another user's database is refused, and says whose it is and what helps", async () => {
  const path = await makeUsedFolder();
  for (const name of ['.', 'spoor.json', 'secrets.json', 'logs']) await chown(join(path, name), 33, 33);
  const { error, message } = await runSpoor(path, { uid: 33 }).said;
  expect(error).toBe('postgres-cluster-owner');
  expect(message).toContain('belongs to the user with the number 0');
  expect(message).toContain(`sudo chown -R 33 ${join(path, 'postgres')}`);
  const asRoot = runSpoor(path);
  expect((await asRoot.said).how, 'root gives it to the owner of the folder').toBe('started');
  expect(await asRoot.stop()).toBe(0);
  const asOwner = runSpoor(path, { uid: 33 });
  expect((await asOwner.said).how).toBe('started');
  expect(await asOwner.stop()).toBe(0);
});

test.runIf(isRoot)(
  'where root may not make user namespaces, Postgres runs as nobody on a folder it can reach',
  async () => {
    const place = await makePlace();
    const path = join(place, 'data');
    // Without the program `unshare` it is as where the system forbids it.
    const options = { searchPath: '/nonexistent' };
    await chmod(place, 0o700);
    const refused = await runSpoor(path, options).said;
    expect(refused.error).toBe('postgres-root-refused');
    await chmod(place, 0o755);
    for (const how of ['created', 'started']) {
      const spoor = runSpoor(path, options);
      const said = await spoor.said;
      expect(said.how).toBe(how);
      expect((await stat(`/proc/${said.pid}`)).uid).toBe(65534);
      await query(said.owner!, 'select 1');
      expect(await spoor.stop()).toBe(0);
    }
    const postgres = await startHere(path);
    expect(postgres.how, 'and still where root may').toBe('started');
    await postgres.stop();
  },
);

test.runIf(isRoot)(
  "root's database is given to nobody where user namespaces are forbidden later",
  async () => {
    const path = await makeUsedFolder();
    const spoor = runSpoor(path, { searchPath: '/nonexistent' });
    const said = await spoor.said;
    expect(said.how).toBe('started');
    expect(await query(said.owner!, 'select code from paper')).toEqual([{ code: 'first' }]);
    expect(await spoor.stop()).toBe(0);
    await expectUnharmed(path);
  },
);
