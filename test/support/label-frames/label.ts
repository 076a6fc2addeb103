import { type Ink, type Print, print } from './ink.ts';
import { bars, matrix, words } from './symbols.ts';

/** As the product prints them: both symbols side by side on 99.1 × 38.1 mm, or one alone. */
export const labelKinds = ['both', 'qr', 'code-128', 'data-matrix'] as const;
export type LabelKind = (typeof labelKinds)[number];

/** Its middle, in millimetres from the upper left corner. */
export const labelMiddle = { x: 49.5, y: 19 };

/** A letter's piece around the label. */
const sheet = { left: -12, top: -14, right: 112, bottom: 66 };

const symbolsOf: Record<LabelKind, (code: string) => Ink[]> = {
  both: (code) => [
    ...matrix('qrcode', code, { x: 9, y: 9 }, 20),
    ...bars('code128', code, { x: 39, y: 9 }, 0.5, 12),
    ...words({ x: 45, y: 24 }, 38, 4, 1),
  ],
  qr: (code) => matrix('qrcode', code, { x: 39.5, y: 9 }, 20),
  'code-128': (code) => [
    ...bars('code128', code, { x: 15, y: 11 }, 0.68, 15),
    ...words({ x: 30, y: 29 }, 38, 4, 1),
  ],
  'data-matrix': (code) => matrix('datamatrix', code, { x: 43.5, y: 13 }, 12),
};

const letter = [...words({ x: 4, y: 46 }, 100, 2.6, 3), ...words({ x: 4, y: -10 }, 50, 2.6, 2)];

/** The label's raster is twice as fine as the frame will be. */
export function printLabel(kind: LabelKind, code: string, pixelsPerMm: number): Print {
  return print([...symbolsOf[kind](code), ...letter], sheet, pixelsPerMm * 2);
}

/** Another firm's parcel code above ours. */
export function printWithEan(code: string, ean: string, pixelsPerMm: number): Print {
  const foreign = bars('ean13', ean, { x: 60, y: 44 }, 0.4, 14);
  return print(
    [...symbolsOf.both(code), ...foreign, ...words({ x: 4, y: 46 }, 50, 2.6, 3)],
    sheet,
    pixelsPerMm * 2,
  );
}

/** Two of our labels on one sheet, one above the other. */
export function printTwo(codes: readonly [string, string], pixelsPerMm: number): Print {
  const lower = symbolsOf.both(codes[1]).map((ink) => ({ ...ink, y: ink.y + 34 }));
  return print([...symbolsOf.both(codes[0]), ...lower], sheet, pixelsPerMm * 2);
}
