import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findChromium, installChromium } from './chromium.ts';

test('the browser that is named is taken, or none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'spoor-chromium-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const named = join(folder, 'my-chromium');
  expect(findChromium({ CHROMIUM_PATH: named })).toBeUndefined();
  expect(installChromium({ CHROMIUM_PATH: named })).toBeUndefined();
  await writeFile(named, '');
  await chmod(named, 0o755);
  expect(findChromium({ CHROMIUM_PATH: named })).toBe(named);
});
