import type { FontFile } from './font-files.ts';

export interface ShapedGlyph {
  readonly id: number;
  /** Thousandths of the size: how wide it is, and how far to the next (kerning makes the difference). */
  readonly width: number;
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
  readonly codePoints: readonly number[];
}

export interface ShapedRun {
  readonly file: FontFile;
  readonly glyphs: readonly ShapedGlyph[];
}

/** Part of a text: what one file has glyphs for, or a sign that none has. Widths in thousandths of the size. */
export type Piece = { readonly run: ShapedRun; readonly width: number } | { readonly width: number };

/** A text that can be drawn: its pieces from left to right. */
export interface ShapedText {
  readonly pieces: readonly Piece[];
  readonly width: number;
}
