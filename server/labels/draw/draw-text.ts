import type { Drawing } from './drawing.ts';
import { cutText, type Face, placeholder, type ShapedText, shapeText } from './fonts.ts';

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
export function fitText(text: string, width: number, { face, size, least = size }: Style) {
  const natural = shapeText(face, text).width;
  const fitting = natural === 0 ? size : Math.min(size, (width * 1000) / natural);
  const used = Math.max(least, Math.floor(fitting * 4) / 4);
  return { shaped: cutText(face, text, (width * 1000) / used), size: used };
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
function emptyBox(x: number, baseline: number, size: number) {
  const { width, left, height, thickness } = placeholder;
  const wide = width - 2 * left;
  const rectangles = [0, 0, wide, thickness, 0, height - thickness, wide, thickness];
  rectangles.push(0, 0, thickness, height, wide - thickness, 0, thickness, height);
  const unit = size / 1000;
  return { x: x + left * unit, y: baseline - height * unit, unit, rectangles };
}
