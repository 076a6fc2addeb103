import { drawText } from './draw-text.ts';
import { type Drawing, pointsPerMm, type Rectangle, type SymbolMark } from './drawing.ts';
import { shapeText } from './shape-text.ts';

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

const numbers = { face: 'regular', size: 7.5 } as const;
/** How high digits are, of their size. */
const digitHeight = 0.689;

/** Its middle beside its line. */
function drawNumber(drawing: Drawing, { x, y, direction }: Ruler, at: number): void {
  const text = String(at);
  const [along, away] = [at * pointsPerMm, 7.2 * pointsPerMm];
  const wide = (shapeText(numbers.face, text).width * numbers.size) / 1000;
  const tall = digitHeight * numbers.size;
  const place =
    direction === 'across'
      ? { x: x + along - wide / 2, baseline: y + away + tall }
      : { x: x + away, baseline: y + along + tall / 2 };
  drawText(drawing, text, { ...place, width: wide + 1 }, numbers);
}

/** How far a corner's lines reach along the edges, in hundredths of a millimetre. */
const arm = 500;

/** The four corners of a box that is printed, in points: nothing in it or beside it is struck through. */
export function drawCorners(box: { x: number; y: number; width: number; height: number }): SymbolMark {
  const [width, height] = [Math.round(box.width / unit), Math.round(box.height / unit)];
  const fill = (rectangle: Rectangle) => {
    for (const y of [0, height - line]) for (const x of [0, width - arm]) rectangle(x, y, arm, line);
    for (const x of [0, width - line]) for (const y of [0, height - arm]) rectangle(x, y, line, arm);
  };
  return { x: box.x, y: box.y, unit, fill };
}
