import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { hasPlenty, makeTemporaryFolder } from './temporary-folder.ts';

const GB = 1024 ** 3;
const plenty = { type: 0x01021994, freeBytes: 12 * GB, freeMemory: 16 * GB };

test('memory is written into only where there is plenty of it, and of the file system in it', () => {
  expect(hasPlenty(plenty)).toBe(true);
  expect(hasPlenty({ ...plenty, freeBytes: 64 * 1024 ** 2 })).toBe(false);
  expect(hasPlenty({ ...plenty, freeMemory: 2 * GB })).toBe(false);
});

test('a disk is not memory, and what is not there has no room', () => {
  expect(hasPlenty({ ...plenty, type: 0xef53 })).toBe(false);
  expect(hasPlenty(undefined)).toBe(false);
});

test('elsewhere it is made among the temporary files; whoever runs as another user gets through; nothing stays', () => {
  const folder = makeTemporaryFolder('/nowhere');
  expect(dirname(folder.path)).toBe(tmpdir());
  expect(statSync(folder.path).mode & 0o011).toBe(0o011);
  writeFileSync(join(folder.path, 'left.txt'), 'left');
  folder.remove();
  expect(existsSync(folder.path)).toBe(false);
});

test('what a killed run has left is cleared away by the next, and nothing of one that is under way', () => {
  const ended = spawnSync(process.execPath, ['--eval', '']).pid;
  const [left, current] = [ended, process.pid].map((pid) => join(tmpdir(), `spoor-run-${pid}-leftover`));
  for (const path of [left, current]) mkdirSync(path ?? '');
  const folder = makeTemporaryFolder('/nowhere');
  expect([left, current].map((path) => existsSync(path ?? ''))).toEqual([false, true]);
  for (const path of [folder.path, current]) rmSync(path ?? '', { recursive: true });
});
