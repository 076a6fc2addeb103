import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { missingTools } from './install-tools.ts';
import { printTools } from './print-tools.ts';

test('each tool that is not found is named by the package that brings it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'spoor-tools-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  expect(missingTools(printTools, { PATH: folder })).toEqual(['poppler-utils', 'ghostscript', 'zbar-tools']);
  await writeFile(join(folder, 'gs'), '');
  await chmod(join(folder, 'gs'), 0o755);
  expect(missingTools(printTools, { PATH: ['/nowhere', folder].join(delimiter) })).toEqual([
    'poppler-utils',
    'zbar-tools',
  ]);
});
