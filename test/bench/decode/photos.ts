import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readPicture } from '../../support/label-frames/pictures.ts';
import type { BenchResult, Figure } from '../bench.ts';
import { readByAll, warmUp } from './measure.ts';
import type { Readers } from './readers.ts';
import { cpuOfZxing, figuresOf, linesByGroup, type Outcome } from './tally.ts';

/** Pictures with the right text in `<name>.txt` beside them. */
export async function readPhotos(
  folder: string,
  readers: Readers,
  say: (line: string) => void,
): Promise<BenchResult> {
  const files = (await readdir(folder)).filter((file) => /\.(png|jpe?g|gif)$/i.test(file)).sort();
  if (files.length === 0) throw new Error(`${folder} has no PNG, JPEG or GIF`);
  const outcomes: Outcome[] = [];
  const reads: Record<string, Figure> = {};
  for (const [number, file] of files.entries()) {
    const frame = await readPicture(path.join(folder, file));
    if (number === 0) await warmUp(readers, frame);
    const read = await readByAll(readers, frame, number);
    outcomes.push({ group: 'photographs', expected: await expectedOf(folder, file), reads: read });
    reads[file] = { ours: read.ours.text, zxing: read.zxing.text, quagga: read.quagga.text };
    if (number % 20 === 19) say(`${number + 1} of ${files.length} pictures`);
  }
  return {
    ratios: { cpuOfZxing: { value: cpuOfZxing(outcomes), limit: { atMost: 1.15 } } },
    figures: { ...figuresOf(outcomes), reads },
    notes: linesByGroup(outcomes),
  };
}

async function expectedOf(folder: string, file: string): Promise<string> {
  const text = path.join(folder, `${path.parse(file).name}.txt`);
  return (await readFile(text, 'utf8')).replace(/\r?\n$/, '');
}
