import { drawText } from './draw-text.ts';
import { type Drawing, frameOf, pointsPerMm, type Rectangle, type SymbolMark } from './drawing.ts';

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
  const fill = (rectangle: Rectangle) =>
    fillScale(length, (along, across, long, wide) =>
      direction === 'across' ? rectangle(along, across, long, wide) : rectangle(across, along, wide, long),
    );
  drawing.symbols.push({ x, y, unit, fill });
  for (let at = 0; at <= length; at += 10) drawNumber(drawing, { x, y, length, direction }, at);
}

function fillScale(length: number, add: Rectangle): void {
  add(0, 0, length * 100, line);
  for (let at = 0; at <= length; at += 1) {
    const tall = at % 10 === 0 ? 600 : at % 5 === 0 ? 420 : 260;
    // Each line stands on its millimetre with its middle, but the first and the last stay within the length.
    add(Math.min(Math.max(at * 100 - line / 2, 0), length * 100 - line), 0, line, tall);
  }
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
  const fill = frameOf(Math.round(box.width / unit), Math.round(box.height / unit), line);
  return { x: box.x, y: box.y, unit, fill };
}
