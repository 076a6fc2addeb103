import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Breach } from '../breach.ts';
import { filesBelow } from '../source/files.ts';

const rule = 'file-sizes';
const most = 300;
const aim = 200;

/** No source file over 300 lines; generated ones and the catalogues of texts excepted. */
export async function fileSizes(root: string): Promise<Breach[]> {
  return (await sizes(root))
    .filter(({ lines }) => lines > most)
    .map(({ file, lines }) => ({
      file,
      rule,
      message: `${lines} lines, ${most} is the most: split it by what its parts are about`,
    }));
}

/** What is still allowed but worth a look, largest first. */
export async function longFiles(root: string): Promise<string[]> {
  return (await sizes(root))
    .filter(({ lines }) => lines > aim && lines <= most)
    .sort((a, b) => b.lines - a.lines)
    .map(({ file, lines }) => `${file} has ${lines} lines (aim: ${aim})`);
}

async function sizes(root: string): Promise<{ file: string; lines: number }[]> {
  const folders = ['server', 'client', 'shared', 'migrations', 'test'];
  const files = (await Promise.all(folders.map((folder) => filesBelow(root, folder)))).flat();
  const counted = files.filter(
    (file) => /\.(tsx?|css)$/.test(file) && !/\.generated\.|^client\/src\/texts\//.test(file),
  );
  return Promise.all(
    counted.map(async (file) => {
      const text = await readFile(join(root, file), 'utf8');
      return { file, lines: text.replace(/\n$/, '').split('\n').length };
    }),
  );
}
