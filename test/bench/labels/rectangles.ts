import type { SymbolMark } from '../../../server/labels/draw/drawing.ts';

/** Left, top, width, height of each, in units of the mark. */
export function rectanglesOf({ fill }: SymbolMark): [number, number, number, number][] {
  const rectangles: [number, number, number, number][] = [];
  fill((...rectangle) => rectangles.push(rectangle));
  return rectangles;
}
