import { pointsPerMm } from './drawing.ts';

/** The dots of a printer. What lies on them is printed as wide as it was meant; what lies between is not. */
export interface DotGrid {
  readonly dpi: number;
  /** Points a dot. */
  readonly dot: number;
}

export function dotGrid(dpi: number): DotGrid {
  return { dpi, dot: 72 / dpi };
}

/** The nearest line between dots, in points. */
export function snap({ dot }: DotGrid, points: number): number {
  return Math.round(points / dot) * dot;
}

/** The fewest whole dots that are at least so many millimetres: what was measured to be read is never printed smaller. */
export function dotsOf({ dot }: DotGrid, millimetres: number): number {
  return Math.ceil((millimetres * pointsPerMm) / dot - 1e-9);
}
