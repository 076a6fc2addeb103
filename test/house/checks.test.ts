import { cp, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { runChecks } from './checks.ts';
import { addFiles, type Files, makeTree } from './made-tree.ts';
import { type Outcome, runTool, tools } from './tools.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));

/** The fonts are used by style sheets, which knip does not read: knip.json says so, and wants to be right. */
function manifest(dependencies: Readonly<Record<string, string>>): string {
  const scripts = { start: 'node server/start.ts', spoor: 'node server/cli.ts' };
  const all = { '@fontsource/fira-sans': '5.3.0', ...dependencies };
  return `${JSON.stringify({ name: 'small', type: 'module', scripts, dependencies: all }, null, 2)}\n`;
}

/** Just enough for the real settings of every tool to find what they name. */
const small: Files = {
  'package.json': manifest({ zod: '4.6.7' }),
  '.gitignore': 'node_modules\n',
  'server/start.ts': `import './main.ts';\n`,
  'server/main.ts': `import { z } from 'zod';

export async function start(): Promise<void> {
  await Promise.resolve(z.string());
}
`,
  'server/cli.ts': `export const command = 'spoor';\n`,
  'test/embedded-postgres/run-spoor.ts': `export const run = 'spoor';\n`,
  'test/browser/camera/page/main.tsx': `export const page = 'camera';\n`,
  'migrations/first.ts': 'export const up = () => 1;\n',
};

async function makeSmall(planted: Files = {}): Promise<string> {
  const root = await makeTree(small);
  for (const file of ['biome.json', 'tsconfig.json', 'knip.json'])
    await cp(join(repository, file), join(root, file));
  await symlink(join(repository, 'node_modules'), join(root, 'node_modules'), 'junction');
  await addFiles(root, planted);
  return root;
}

async function run(name: keyof typeof tools, planted: Files = {}): Promise<Outcome> {
  return runTool(await makeSmall(planted), tools[name] ?? expect.fail(`no tool is called ${name}`));
}

describe('what is well', () => {
  test.each(Object.keys(tools))('%s passes', async (name) => {
    expect(await run(name)).toMatchObject({ passed: true });
  });
});

describe('format and lint', () => {
  test('an unformatted file', async () => {
    const { passed, output } = await run('format and lint', { 'server/cli.ts': 'export const   a = "b"\n' });
    expect(passed).toBe(false);
    expect(output).toContain('server/cli.ts format');
  });

  test('a promise that nobody waits for', async () => {
    const code = `import { start } from './main.ts';\n\nexport function command() {\n  start();\n}\n`;
    const { passed, output } = await run('format and lint', { 'server/cli.ts': code });
    expect(passed).toBe(false);
    expect(output).toContain('server/cli.ts:4:3 lint/nursery/noFloatingPromises');
  });

  test('a mere warning', async () => {
    const code = `export function command(a: string) {\n  return a + '\${a}';\n}\n`;
    const { passed, output } = await run('format and lint', { 'server/cli.ts': code });
    expect(passed).toBe(false);
    expect(output).toMatch(/server\/cli\.ts:2:\d+ lint\/suspicious\/noTemplateCurlyInString/);
  });
});

test('types: a wrong type', async () => {
  const { passed, output } = await run('types', {
    'server/cli.ts': `export const command: number = 'spoor';\n`,
  });
  expect(passed).toBe(false);
  expect(output).toMatch(/^server\/cli\.ts\(1,14\): error TS2322: [^\n]*$/);
});

test('unused: an export, a file and a package', async () => {
  const { passed, output } = await run('unused', {
    'server/cli.ts': `import { used } from '../shared/used.ts';\n\nexport const command = used;\n`,
    'shared/used.ts': 'export const used = 1;\nexport const unused = 2;\n',
    'shared/forgotten.ts': '',
    'package.json': manifest({ zod: '4.6.7', kysely: '0.29.9' }),
  });
  expect(passed).toBe(false);
  expect(output.split('\n').map((line) => line.trim().replace(/ {2,}/g, ' '))).toEqual([
    'Unused files (1)',
    'shared/forgotten.ts',
    'Unused dependencies (1)',
    expect.stringMatching(/^kysely package\.json/),
    'Unused exports (1)',
    'unused shared/used.ts:2:14',
  ]);
});

test('a check that fails does not keep the others from running, and every failure is shown', async () => {
  const root = await makeSmall({
    'server/gardening/tool.ts': `export const tool: number = 'spade'\n`,
    'server/cli.ts': `export * from './gardening/tool.ts';\n`,
  });
  const lines: string[] = [];
  const results = await runChecks(root, (line) => lines.push(line));
  const failed = results.filter(({ passed }) => !passed).map(({ name }) => name);
  expect(failed.sort()).toEqual([
    'format and lint',
    'house: import-directions',
    'house: package-versions',
    'types',
  ]);
  expect(lines.join('\n')).toContain('the area "gardening" is in no layer');
  expect(lines.join('\n')).toContain('TS2322');
});
