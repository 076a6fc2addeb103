import type { ShapedRun } from './shaped-text.ts';

/**
 * One page as it is to look, in points (1/72 inch) from its upper left corner. It knows nothing of PDF or SVG: each
 * has a painter of its own for the same drawing, so that what is shown is what is printed.
 */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly symbols: SymbolMark[];
  readonly texts: TextMark[];
  /** Edges of labels, for the eye on a screen; never printed. */
  readonly outlines: Outline[];
}

/** Black rectangles that are filled in one go: a symbol, a ruler, a placeholder. They may overlap. */
export interface SymbolMark {
  readonly x: number;
  readonly y: number;
  /** Points a unit of the rectangles. */
  readonly unit: number;
  /** Made when they are painted: the rectangles of fifty thousand labels are never in memory. */
  fill(rectangle: Rectangle): void;
}

/** Takes one rectangle: whole numbers, from the mark's own upper left corner. */
export type Rectangle = (x: number, y: number, width: number, height: number) => void;

/** One run of glyphs of one font. */
export interface TextMark {
  readonly x: number;
  /** The line that the letters stand on. */
  readonly baseline: number;
  readonly size: number;
  readonly run: ShapedRun;
}

export interface Outline {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
}

export const pointsPerMm = 72 / 25.4;

export function emptyDrawing(width: number, height: number): Drawing {
  return { width, height, symbols: [], texts: [], outlines: [] };
}

/** A place for a label or a text, in points. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Four thin rectangles around nothing, in units of the mark. */
export function frameOf(width: number, height: number, thickness: number): SymbolMark['fill'] {
  return (rectangle) => {
    rectangle(0, 0, width, thickness);
    rectangle(0, height - thickness, width, thickness);
    rectangle(0, 0, thickness, height);
    rectangle(width - thickness, 0, thickness, height);
  };
}
