import { drawText } from './draw-text.ts';
import { type Drawing, pointsPerMm, type SymbolMark } from './drawing.ts';

/** Hundredths of a millimetre: fine enough for the lines of a ruler. */
const unit = pointsPerMm / 100;
const line = 20;

interface Ruler {
  /** Points. */
  x: number;
  y: number;
  /** Millimetres. */
  length: number;
  direction: 'across' | 'down';
}

/** A scale in millimetres with a number at each centimetre; its first line begins where it does, its last ends there. */
export function drawRuler(drawing: Drawing, { x, y, length, direction }: Ruler): void {
  const rectangles: number[] = [];
  const add = (along: number, across: number, long: number, wide: number) =>
    direction === 'across'
      ? rectangles.push(along, across, long, wide)
      : rectangles.push(across, along, wide, long);
  add(0, 0, length * 100, line);
  for (let at = 0; at <= length; at += 1) {
    const tall = at % 10 === 0 ? 600 : at % 5 === 0 ? 420 : 260;
    // Each line stands on its millimetre with its middle, but the first and the last stay within the length.
    add(Math.min(Math.max(at * 100 - line / 2, 0), length * 100 - line), 0, line, tall);
    if (at % 10 === 0) drawNumber(drawing, { x, y, length, direction }, at);
  }
  drawing.symbols.push({ x, y, unit, rectangles });
}

function drawNumber(drawing: Drawing, { x, y, direction }: Ruler, at: number): void {
  const [along, away] = [at * pointsPerMm, 9 * pointsPerMm];
  const place =
    direction === 'across'
      ? { x: x + along - 3, baseline: y + away }
      : { x: x + away - 5, baseline: y + along + 2.5 };
  drawText(drawing, String(at), { ...place, width: 30 }, { face: 'regular', size: 7.5 });
}

/** A frame of thin lines that is printed, in points. */
export function drawFrame(box: { x: number; y: number; width: number; height: number }): SymbolMark {
  const [wide, tall] = [Math.round(box.width / unit), Math.round(box.height / unit)];
  const rectangles = [0, 0, wide, line, 0, tall - line, wide, line];
  rectangles.push(0, 0, line, tall, wide - line, 0, line, tall);
  return { x: box.x, y: box.y, unit, rectangles };
}
