import type { Face } from './font-files.ts';

/** What stands on a label, by what it is; an empty text leaves its line out. */
export interface LabelContent {
  /** Twelve digits. */
  readonly code: string;
  readonly title: string;
  /** Below the title, at the left and at the right. */
  readonly detail: string;
  readonly number: string;
  /** Below the digits, a line each. */
  readonly lines: readonly string[];
}

/** A line of text: its face, and its size in points between which it may be. */
interface LineStyle {
  readonly face: Face;
  readonly size: number;
  /** Smaller, down to this, before it is cut. */
  readonly least: number;
  /** What is left out where it is cut: the end where nothing is said, or the first steps of a path. */
  readonly cut?: 'path' | 'end';
}

/** How a kind of label looks, as data. Lengths in millimetres, sizes of type in points. */
export interface LabelDesign {
  /** A module of the QR code; 21 of them are its width. */
  readonly qrModule: number;
  /** A module of the Code 128; it has 101. */
  readonly barModule: number;
  readonly barHeight: number;
  /** Kept free along the label's edge, where printers and knives are not exact. */
  readonly edge: number;
  /** Over the bars, beside the leading of the text there, where the label has room. */
  readonly air: number;
  /**
   * A title that grows takes all the room over the bars that the label has, also that of a missing detail, and stands in the
   * middle of what it does not need. Any other stands at the same height on each label.
   */
  readonly title: LineStyle & { readonly grows?: boolean };
  readonly detail: LineStyle;
  readonly digits: LineStyle;
  readonly line: LineStyle;
}

/** QR 20 mm and Code 128 at half a millimetre: measured to be read by webcam, phone and hand scanner together. */
const measured = { qrModule: 20 / 21, barModule: 0.5, barHeight: 12, edge: 1.5, air: 1.2 } as const;

const small: LineStyle = { face: 'regular', size: 8.5, least: 7 };
const digits: LineStyle = { face: 'mono', size: 15, least: 12 };

/** Letters, coupons, contracts. */
export const paperDesign: LabelDesign = {
  ...measured,
  title: { face: 'bold', size: 10.5, least: 9 },
  detail: small,
  digits,
  line: small,
};

/** Shelves, boxes, folders: the name is read from a distance. */
export const placeDesign: LabelDesign = {
  ...measured,
  title: { face: 'bold', size: 64, least: 13, grows: true },
  // The way to the place: what is nearest to it stands at the end.
  detail: { ...small, cut: 'path' },
  digits,
  line: small,
};

/** Moments and commands: what happens when it is scanned, in two languages. */
export const commandDesign: LabelDesign = {
  ...measured,
  title: { face: 'bold', size: 12, least: 8.5 },
  detail: { face: 'regular', size: 10.5, least: 8 },
  digits: { face: 'mono', size: 10, least: 9 },
  line: small,
};
