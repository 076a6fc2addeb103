import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rename, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { makeUsedFolder } from './seed.ts';
import { copyFolder, isRoot, makeZombie, query, runSpoor, startHere } from './support.ts';

const insert = "insert into paper values ('second')";
const both = [{ code: 'first' }, { code: 'second' }];
const papers = 'select code from paper order by code';

test.each([
  ['another process, which runs for ever', () => 1],
  ['the product itself', () => process.pid],
  ['a dead process that nobody has collected (a zombie)', makeZombie],
])('the id that a killed Postgres had belongs to %s by now: the next start recovers', async (_, findPid) => {
  const path = await makeUsedFolder();
  await leaveCrashed(path, await findPid());
  const next = await startHere(path);
  expect(next.how).toBe('recovered');
  expect(await query(next.owner, papers)).toEqual(both);
  await next.stop();
});

test.runIf(isRoot)(
  "the id belongs to root's process by now, into which an ordinary user cannot look",
  async () => {
    const path = await makeUsedFolder();
    await leaveCrashed(path, 1);
    execFileSync('chown', ['-R', '33:33', path]);
    const next = runSpoor(path, { uid: 33 });
    expect((await next.said).how).toBe('recovered');
    expect(await next.stop()).toBe(0);
  },
);

test('a file about the running server that a power cut has emptied does not stand in the way', async () => {
  const path = await makeUsedFolder();
  await writeFile(join(path, 'postgres', 'postmaster.pid'), '', { mode: 0o600 });
  const next = await startHere(path);
  await next.stop();
});

/** Kills Postgres after an insert, and lets its file name another process. */
async function leaveCrashed(path: string, pid: number): Promise<void> {
  const first = await startHere(path);
  await query(first.owner, insert);
  process.kill(first.pid, 'SIGKILL');
  await first.gone;
  await first.stop();
  const file = join(path, 'postgres', 'postmaster.pid');
  await writeFile(file, (await readFile(file, 'utf8')).replace(/^\d+/, String(pid)));
}

test('a copy of the folder, taken while the original runs, starts elsewhere beside it', async () => {
  const path = await makeUsedFolder();
  const original = await startHere(path);
  const copied = join(dirname(path), 'copy');
  copyFolder(path, copied);
  expect(existsSync(join(copied, 'postgres', 'postmaster.pid'))).toBe(true);
  const copy = await startHere(copied);
  await query(copy.owner, insert);
  expect(await query(copy.owner, papers)).toEqual(both);
  expect(await query(original.owner, papers)).toEqual([{ code: 'first' }]);
  await copy.stop();
  expect(await query(original.owner, papers), 'the original is not stopped with it').toEqual([
    { code: 'first' },
  ]);
  await original.stop();
});

test('a folder that is moved while its Postgres lives on after a kill starts in its new place', async () => {
  const path = await makeUsedFolder();
  const first = runSpoor(path);
  const { owner } = await first.said;
  await query(owner!, insert);
  await first.kill();
  const moved = join(dirname(path), 'moved');
  await rename(path, moved);
  const next = await startHere(moved);
  expect(await query(next.owner, papers)).toEqual(both);
  expect(next.owner.host).toBe(join(moved, 'run'));
  await next.stop();
});

test('logs of the week before are removed', async () => {
  const path = await makeUsedFolder();
  const old = join(path, 'logs', 'postgres-Xyz.log');
  await writeFile(old, 'old');
  await utimes(old, new Date(0), new Date(0));
  const next = await startHere(path);
  await expect(stat(old)).rejects.toThrow('ENOENT');
  await next.stop();
});
