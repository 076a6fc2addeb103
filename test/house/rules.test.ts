import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import type { Breach } from './breach.ts';
import { type Files, healthy, makeTree } from './made-tree.ts';
import { inCode } from './planted/in-code.ts';
import { inTextsAndLayout } from './planted/in-texts-and-layout.ts';
import { longFiles } from './rules/file-sizes.ts';
import { houseRules } from './rules.ts';

const planted = [...inCode, ...inTextsAndLayout];

async function findBreaches(root: string): Promise<Breach[]> {
  const found = [];
  for (const rule of Object.values(houseRules)) found.push(...(await rule(root)));
  return found;
}

/** The healthy house with some of its files changed: every rule looks at it, and only the planted breach is found. */
async function plant(changed: Files): Promise<string[]> {
  const root = await makeTree({ ...healthy, ...changed });
  return (await findBreaches(root)).map(({ rule, file, line }) => `${rule} ${file}:${line ?? ''}`);
}

test('a healthy house has no breach', async () => {
  expect(await findBreaches(await makeTree(healthy))).toEqual([]);
});

test('every rule is shown to fail below', async () => {
  const shown = [...planted.map(([expected]) => expected.split(' ')[0]), 'top-level'];
  expect([...new Set(shown)].sort()).toEqual(Object.keys(houseRules).sort());
});

describe('a planted breach is found, and nothing else', () => {
  test.each(planted)('%s: %s', async (expected, _, changed) => {
    expect(await plant(changed)).toEqual([expected]);
  });

  test('top-level scratch.txt: a file that git would take on', async () => {
    const root = await makeTree({
      ...healthy,
      '.gitignore': 'ignored.txt\n',
      'ignored.txt': '',
      'scratch.txt': '',
    });
    execFileSync('git', ['init', '-q'], { cwd: root });
    expect((await findBreaches(root)).map(({ rule, file }) => `${rule} ${file}`)).toEqual([
      'top-level scratch.txt',
    ]);
  });
});

test('a file over 200 lines is allowed but noted', async () => {
  const root = await makeTree({ ...healthy, 'server/platform/longish.ts': '\n'.repeat(201) });
  expect(await findBreaches(root)).toEqual([]);
  expect(await longFiles(root)).toEqual(['server/platform/longish.ts has 201 lines (aim: 200)']);
});
