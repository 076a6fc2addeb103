import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Look } from '../browser/support/browser.ts';

export interface Picture extends Look {
  screen: string;
  file: string;
}

/** One page to look through: a row a screen. */
export async function writeIndex(folder: string, pictures: readonly Picture[]): Promise<void> {
  const rows = [...Map.groupBy(pictures, ({ screen }) => screen)].map(
    ([screen, row]) =>
      `<h2>${screen}</h2><p>${row
        .map(({ file }) => `<a href="${file}"><img src="${file}" alt="${file}" loading="lazy"></a>`)
        .join(' ')}</p>`,
  );
  const style = 'body{font:16px sans-serif;margin:2em}img{height:420px;border:1px solid #999;margin:4px}';
  const html = `<!doctype html><meta charset="utf-8"><title>Screens</title><style>${style}</style>${rows.join('')}`;
  await writeFile(path.join(folder, 'index.html'), html);
}
