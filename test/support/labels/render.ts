import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A page as dots, 0 black to 255 white. */
export interface Picture {
  width: number;
  height: number;
  dots: Uint8Array;
}

export const renderers = ['poppler', 'ghostscript'] as const;
export type Renderer = (typeof renderers)[number];

/** Work in a folder that is gone afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'spoor-labels-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The pages of a PDF as a printer of this resolution would set its dots: black or white, nothing smoothed. */
export function renderPages(pdf: Buffer, renderer: Renderer, dpi: number): Promise<Picture[]> {
  return inFolder(async (folder) => {
    const file = join(folder, 'file.pdf');
    await writeFile(file, pdf);
    const page = join(folder, 'page');
    if (renderer === 'poppler')
      await run('pdftoppm', ['-r', String(dpi), '-gray', '-aa', 'no', '-aaVector', 'no', file, page]);
    else
      await run('gs', [
        '-q',
        '-dNOPAUSE',
        '-dBATCH',
        '-dSAFER',
        '-sDEVICE=pgmraw',
        `-r${dpi}`,
        `-sOutputFile=${page}-%03d.pgm`,
        file,
      ]);
    const names = (await readdir(folder)).filter((name) => name.endsWith('.pgm')).sort();
    return Promise.all(names.map(async (name) => readPicture(await readFile(join(folder, name)))));
  });
}

/** Reads what both renderers write: a PGM with one byte a dot. */
function readPicture(bytes: Buffer): Picture {
  const head = /^P5\s+(?:#[^\n]*\n)*(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 200).toString('latin1'));
  if (!head) throw new Error('the renderer has written no picture');
  return { width: Number(head[1]), height: Number(head[2]), dots: bytes.subarray(head[0].length) };
}

export function writePicture({ width, height, dots }: Picture): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), dots]);
}

export function crop(
  { width, dots }: Picture,
  box: { x: number; y: number; width: number; height: number },
): Picture {
  const out = new Uint8Array(box.width * box.height);
  for (let row = 0; row < box.height; row += 1) {
    const from = (box.y + row) * width + box.x;
    out.set(dots.subarray(from, from + box.width), row * box.width);
  }
  return { width: box.width, height: box.height, dots: out };
}

/** The words of a PDF, or of some of its pages, as somebody would copy them. */
export function readText(pdf: Buffer, pages?: { from: number; to: number }): Promise<string> {
  return inFolder(async (folder) => {
    const file = join(folder, 'file.pdf');
    await writeFile(file, pdf);
    const only = pages ? ['-f', String(pages.from), '-l', String(pages.to)] : [];
    return (await run('pdftotext', ['-layout', ...only, file, '-'], { maxBuffer: 64 * 1024 * 1024 })).stdout;
  });
}

export function countPages(pdf: Buffer): Promise<number> {
  return inFolder(async (folder) => {
    const file = join(folder, 'file.pdf');
    await writeFile(file, pdf);
    const { stdout } = await run('pdfinfo', [file]);
    return Number(/^Pages:\s+(\d+)$/m.exec(stdout)?.[1]);
  });
}
