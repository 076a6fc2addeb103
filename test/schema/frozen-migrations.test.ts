import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { findMigrationChanges, freezeMigrations } from './frozen-migrations.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spoor-frozen-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await write('0001-first.ts', 'first');
  await write('0002-second.ts', 'second');
  await freezeMigrations(folder);
});

async function write(file: string, text: string): Promise<void> {
  await writeFile(join(folder, file), text);
}

test('frozen migrations are well, also with the line ends of Windows', async () => {
  expect(await findMigrationChanges(folder)).toEqual([]);
  await write('0002-second.ts', 'a\nb');
  await freezeMigrations(folder, { amend: true });
  await write('0002-second.ts', 'a\r\nb');
  expect(await findMigrationChanges(folder)).toEqual([]);
});

test('a changed, a missing and a new migration are found', async () => {
  await write('0001-first.ts', 'changed');
  await rm(join(folder, '0002-second.ts'));
  await write('0003-third.ts', 'third');
  expect(await findMigrationChanges(folder)).toEqual([
    expect.stringMatching(/^0002-second\.ts is gone/),
    expect.stringMatching(/^0001-first\.ts has changed/),
    expect.stringMatching(/^0003-third\.ts is not in migrations\/frozen\.json: run `npm run schema`$/),
  ]);
});

test('a new migration is added; a change to an old one is refused, and the list stays as it was', async () => {
  const before = await readFile(join(folder, 'frozen.json'), 'utf8');
  await write('0001-first.ts', 'changed');
  await write('0003-third.ts', 'third');
  await expect(freezeMigrations(folder)).rejects.toThrow(/0001-first\.ts has changed/);
  await expect(freezeMigrations(folder, { amend: true })).rejects.toThrow(/0001-first\.ts has changed/);
  expect(await readFile(join(folder, 'frozen.json'), 'utf8')).toBe(before);
  await write('0001-first.ts', 'first');
  await freezeMigrations(folder);
  expect(await findMigrationChanges(folder)).toEqual([]);
});

test('only the newest may be amended', async () => {
  await write('0002-second.ts', 'better');
  await expect(freezeMigrations(folder)).rejects.toThrow(/0002-second\.ts has changed/);
  await freezeMigrations(folder, { amend: true });
  expect(await findMigrationChanges(folder)).toEqual([]);
});

test('a migration never comes before a frozen one', async () => {
  await write('0000-zeroth.ts', 'late');
  await expect(freezeMigrations(folder)).rejects.toThrow(/0000-zeroth\.ts comes before 0002-second\.ts/);
});
