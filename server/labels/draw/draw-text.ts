import { type Drawing, frameOf, type SymbolMark } from './drawing.ts';
import type { Face } from './font-files.ts';
import { cutText, placeholder, shapeText } from './shape-text.ts';
import type { ShapedText } from './shaped-text.ts';

interface Place {
  x: number;
  baseline: number;
  /** No text is drawn beyond it: what is longer is cut visibly. */
  width: number;
}

interface Style {
  face: Face;
  size: number;
  /** Made smaller down to this before it is cut. */
  least?: number;
  /** What is left out where it is cut: the end, or the first steps of a path. */
  cut?: 'path' | 'end';
}

/** One line, from the left or up to the right. Returns how wide it became, in points. */
export function drawText(
  drawing: Drawing,
  text: string,
  { x, baseline, width }: Place,
  style: Style,
  align: 'left' | 'right' = 'left',
): number {
  const { shaped, size } = fitText(text, width, style);
  const wide = (shaped.width * size) / 1000;
  place(drawing, shaped, { x: align === 'right' ? x + width - wide : x, baseline, size });
  return wide;
}

/** The size at which a text fits, between the style's sizes, and the text cut where it does not. */
export function fitText(text: string, width: number, { face, size, least = size, cut = 'end' }: Style) {
  const whole = shapeText(face, text);
  if (whole.width * size <= width * 1000) return { shaped: whole, size };
  const used = Math.max(least, Math.floor((width * 4000) / whole.width) / 4);
  return { shaped: cutText(face, text, (width * 1000) / used, cut), size: used };
}

function place(
  drawing: Drawing,
  { pieces }: ShapedText,
  { x, baseline, size }: { x: number; baseline: number; size: number },
): void {
  let at = x;
  for (const piece of pieces) {
    if ('run' in piece) drawing.texts.push({ x: at, baseline, size, run: piece.run });
    else drawing.symbols.push(emptyBox(at, baseline, size));
    at += (piece.width * size) / 1000;
  }
}

/** The sign for what the fonts lack: four thin rectangles around nothing. */
function emptyBox(x: number, baseline: number, size: number): SymbolMark {
  const { width, left, height, thickness } = placeholder;
  const unit = size / 1000;
  const fill = frameOf(width - 2 * left, height, thickness);
  return { x: x + left * unit, y: baseline - height * unit, unit, fill };
}
