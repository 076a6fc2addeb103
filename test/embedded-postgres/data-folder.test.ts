import { chmod, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findDataFolder, openDataFolder } from '../../server/platform/data-folder/data-folder.ts';
import { ensureSecret, findSecret } from '../../server/platform/data-folder/secrets.ts';
import { isRoot, listFolder, makePlace, refusal, runSpoor, silent } from './support.ts';

const log = silent;
const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

test('a data folder is made where there is none, for its owner alone', async () => {
  const path = join(await makePlace(), 'deep', 'data');
  const folder = await openDataFolder(path, { log });
  expect(folder.path).toBe(path);
  expect(await modeOf(path)).toBe('700');
  expect(await modeOf(join(path, 'spoor.json'))).toBe('600');
  expect(await listFolder(path)).toEqual(['spoor.json']);
});

test('an empty folder is closed to others and used, also the top of an empty disk', async () => {
  const path = await makePlace();
  await mkdir(join(path, 'lost+found'));
  await openDataFolder(path, { log });
  expect(await modeOf(path)).toBe('700');
});

test('the folder stays the same installation at every start, also after several first starts at once', async () => {
  const path = join(await makePlace(), 'data');
  const opened = await Promise.all(Array.from({ length: 8 }, () => openDataFolder(path, { log })));
  const again = await openDataFolder(path, { log });
  expect(new Set([...opened, again].map((folder) => folder.installation)).size).toBe(1);
  expect(await listFolder(path)).toEqual(['spoor.json']);
});

test('a folder with other files in it is refused, and nothing in it is touched', async () => {
  const path = await makePlace();
  await writeFile(join(path, 'letter.txt'), 'Dear customer');
  const before = await modeOf(path);
  const error = await refusal(openDataFolder(path, { log }));
  expect(error.code).toBe('data-folder-not-ours');
  expect(error.message).toContain('is not a Spoor data folder');
  expect(await listFolder(path)).toEqual(['letter.txt']);
  expect(await modeOf(path)).toBe(before);
});

test('a file in place of the folder is refused', async () => {
  const path = join(await makePlace(), 'data');
  await writeFile(path, '');
  expect((await refusal(openDataFolder(path, { log }))).code).toBe('data-folder-is-a-file');
  expect((await refusal(openDataFolder(join(path, 'below'), { log }))).code).toBe('data-folder-is-a-file');
});

test('the folder of a newer product, or one whose mark is damaged, is refused and left as it is', async () => {
  const path = join(await makePlace(), 'data');
  await openDataFolder(path, { log });
  const file = join(path, 'spoor.json');
  const marker = JSON.parse(await readFile(file, 'utf8'));
  const newer = JSON.stringify({ ...marker, layout: 99 });
  await writeFile(file, newer);
  expect((await refusal(openDataFolder(path, { log }))).code).toBe('data-folder-newer');
  expect(await readFile(file, 'utf8')).toBe(newer);
  await writeFile(file, newer.slice(0, 20));
  expect((await refusal(openDataFolder(path, { log }))).code).toBe('data-folder-marker-broken');
});

test('a command that only looks makes no folder', async () => {
  const place = await makePlace();
  expect(await findDataFolder(join(place, 'data'))).toBeUndefined();
  expect(await findDataFolder(place)).toBeUndefined();
  expect(await listFolder(place)).toEqual([]);
});

test('half a mark, left by a kill in the very first moment, does not stand in the way', async () => {
  const path = await makePlace();
  await writeFile(join(path, '.spoor.json.2d6b30f0-9e7b-4d2c-8f2a-0d7a2b6a7b11.half'), '{"prod');
  expect((await openDataFolder(path, { log })).path).toBe(path);
});

test('secrets are long, stay the same and can be read by their owner alone', async () => {
  const path = join(await makePlace(), 'data');
  const folder = await openDataFolder(path, { log });
  expect(await findSecret(folder, 'one')).toBeUndefined();
  const one = await ensureSecret(folder, 'one');
  const two = await ensureSecret(folder, 'two');
  expect(Buffer.from(one, 'base64url')).toHaveLength(32);
  expect(two).not.toBe(one);
  expect(await ensureSecret(folder, 'one')).toBe(one);
  const file = join(path, 'secrets.json');
  expect(await modeOf(file)).toBe('600');
  await chmod(file, 0o644);
  expect(await findSecret(folder, 'two')).toBe(two);
  expect(await modeOf(file), 'opened by a careless copy, closed again').toBe('600');
  await writeFile(file, '{');
  expect((await refusal(ensureSecret(folder, 'one'))).code).toBe('secrets-broken');
  expect(await readFile(file, 'utf8')).toBe('{');
});

test('a folder that has moved is still the same installation', async () => {
  const place = await makePlace();
  const folder = await openDataFolder(join(place, 'a'), { log });
  await rename(join(place, 'a'), join(place, 'b'));
  expect((await openDataFolder(join(place, 'b'), { log })).installation).toBe(folder.installation);
});

test.runIf(isRoot)('a folder that this user may not write is refused', async () => {
  const path = join(await makePlace(), 'data');
  await openDataFolder(path, { log });
  const others = await runSpoor(path, { uid: 12345, until: 'open' }).said;
  expect(others.error).toBe('data-folder-not-writable');
  expect(others.message).toContain(path);
});
