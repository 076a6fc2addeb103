import { readFile } from 'node:fs/promises';
import type { Picture } from '../../client/src/scan/decode/eye.ts';
import { type Corners, type Frame, greyLevels, type Point } from '../../client/src/scan/decode/frame.ts';
import { thumbnail } from '../../client/src/scan/decode/motion-gate.ts';
import { openZxing } from '../../client/src/scan/decode/zxing.ts';
import { makeChance } from '../../server/example/chance.ts';
import type { Print } from '../support/label-frames/ink.ts';
import { printLabel } from '../support/label-frames/label.ts';
import { expose, goodLight, type Light } from '../support/label-frames/light.ts';
import { type Pose, straight, view } from '../support/label-frames/view.ts';

export async function openReader(): Promise<void> {
  const wasm = await readFile(new URL(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
  await openZxing({ bytes: new Uint8Array(wasm).buffer });
}

export function photograph(
  paper: Print | undefined,
  pose: Partial<Pose> = {},
  light: Partial<Light> = {},
  seed = 3,
): Frame {
  return expose(view(paper, { ...straight, ...pose }), { ...goodLight, ...light }, makeChance(seed));
}

/** Far away, turned and out of focus: only the slow reader reads it. */
export function faint(code: string): Frame {
  return photograph(printLabel('code-128', code, 4), { turn: 12, pixelsPerMm: 4 }, { blur: 1.5 });
}

/** As the page hands it to the eye: small first. */
export function pictureOf(frame: Frame): Picture {
  return { frame: () => frame, thumbnail: () => shrink(frame) };
}

/** The middle of what a reader saw. */
export function middleOf(corners: Corners): Point {
  const mean = (each: (point: Point) => number) => corners.reduce((sum, point) => sum + each(point), 0) / 4;
  return { x: mean(({ x }) => x), y: mean(({ y }) => y) };
}

function shrink(frame: Frame): Uint8Array {
  const grey = greyLevels(frame);
  const cells = new Uint8Array(thumbnail.width * thumbnail.height);
  const [cellWidth, cellHeight] = [frame.width / thumbnail.width, frame.height / thumbnail.height];
  for (let row = 0; row < thumbnail.height; row += 1)
    for (let column = 0; column < thumbnail.width; column += 1) {
      let sum = 0;
      for (let y = row * cellHeight; y < (row + 1) * cellHeight; y += 1)
        for (let x = column * cellWidth; x < (column + 1) * cellWidth; x += 1)
          sum += grey[y * frame.width + x] ?? 0;
      cells[row * thumbnail.width + column] = sum / (cellWidth * cellHeight);
    }
  return cells;
}
