import bwip from 'bwip-js/node';
import type { SymbolMark } from './drawing.ts';
import type { DotGrid } from './grid.ts';
import { encodeQr, qrModules } from './qr-code.ts';

/** Quiet zones in modules: ISO/IEC 18004 asks for 4 around a QR code, ISO/IEC 15417 for 10 beside a Code 128. */
export const qrQuiet = 4;
export const barsQuiet = 10;

/** Modules of a Code 128 of twelve digits: start, six pairs, check, stop. */
export const barsModules = 101;

/** Rectangles are counted in quarters of a dot, and are a quarter shorter at each end than what they stand for. */
const quarters = 4;

interface Placed {
  grid: DotGrid;
  /** Points; on the grid. */
  x: number;
  y: number;
  /** Dots a module. */
  module: number;
}

/**
 * Twelve digits as Code 128 C. Each bar is inset by a quarter of a dot at each side: a renderer that fills every dot it
 * touches and one that fills a dot whose middle is covered then draw the same bar.
 */
export function drawBars(digits: string, { grid, x, y, module }: Placed, height: number): SymbolMark {
  const step = module * quarters;
  const tall = height * quarters - 2;
  const rectangles: number[] = [];
  let at = 0;
  for (const [index, width] of barWidths(digits).entries()) {
    if (index % 2 === 0) rectangles.push(at * step + 1, 1, width * step - 2, tall);
    at += width;
  }
  return { x, y, unit: grid.dot / quarters, rectangles };
}

/** Widths in modules of bars and spaces in turn, the first of a bar. */
function barWidths(digits: string): number[] {
  const [symbol] = bwip.raw('code128', digits, {});
  if (!symbol || !('sbs' in symbol)) throw new Error('bwip-js has drawn no bars');
  return symbol.sbs;
}

/** Twelve digits as QR code: every run of dark modules as one rectangle, lying and standing, inset like bars. */
export function drawQr(digits: string, { grid, x, y, module }: Placed): SymbolMark {
  const modules = encodeQr(digits);
  const rectangles: number[] = [];
  const step = module * quarters;
  const add = (column: number, row: number, wide: number, tall: number) =>
    rectangles.push(column * step + 1, row * step + 1, wide * step - 2, tall * step - 2);
  const dark = (row: number, column: number) =>
    row >= 0 &&
    column >= 0 &&
    row < qrModules &&
    column < qrModules &&
    modules[row * qrModules + column] === 1;
  for (let line = 0; line < qrModules; line += 1) {
    for (const [first, length] of runsOf((at) => dark(line, at))) {
      const alone = length === 1 && !dark(line - 1, first) && !dark(line + 1, first);
      if (length > 1 || alone) add(first, line, length, 1);
    }
    for (const [first, length] of runsOf((at) => dark(at, line))) {
      if (length > 1) add(line, first, 1, length);
    }
  }
  return { x, y, unit: grid.dot / quarters, rectangles };
}

function runsOf(dark: (at: number) => boolean): [first: number, length: number][] {
  const runs: [number, number][] = [];
  for (let at = 0; at < qrModules; at += 1) {
    if (!dark(at)) continue;
    const first = at;
    while (dark(at)) at += 1;
    runs.push([first, at - first]);
  }
  return runs;
}
