import { encodeBars } from './bars-code.ts';
import type { Rectangle, SymbolMark } from './drawing.ts';
import type { DotGrid } from './grid.ts';
import { encodeQr, qrModules } from './qr-code.ts';

/** Quiet zones in modules: ISO/IEC 18004 asks for 4 around a QR code, ISO/IEC 15417 for 10 beside a Code 128. */
export const qrQuiet = 4;
export const barsQuiet = 10;

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
  const fill = (rectangle: Rectangle) => {
    const widths = encodeBars(digits);
    for (let index = 0, at = 0; index < widths.length; index += 1) {
      const width = widths[index]!;
      if (index % 2 === 0) rectangle(at * step + 1, 1, width * step - 2, tall);
      at += width;
    }
  };
  return { x, y, unit: grid.dot / quarters, fill };
}

/** Twelve digits as QR code: every run of dark modules as one rectangle, lying and standing, inset like bars. */
export function drawQr(digits: string, { grid, x, y, module }: Placed): SymbolMark {
  const step = module * quarters;
  const fill = (rectangle: Rectangle) =>
    fillRuns(encodeQr(digits), (column, row, wide, tall) =>
      rectangle(column * step + 1, row * step + 1, wide * step - 2, tall * step - 2),
    );
  return { x, y, unit: grid.dot / quarters, fill };
}

function fillRuns(modules: Uint8Array, add: Rectangle): void {
  for (let row = 0; row < qrModules; row += 1) {
    for (let column = 0; column < qrModules; column += 1) {
      const at = row * qrModules + column;
      if (modules[at] === 0) continue;
      const lying = runFrom(modules, at, column, 1);
      const standing = runFrom(modules, at, row, qrModules);
      // A module by itself is in no run of two or more: it lies.
      if (lying > 1 || (lying === 1 && standing === 1)) add(column, row, lying, 1);
      if (standing > 1) add(column, row, 1, standing);
    }
  }
}

/** How many dark modules follow from the one at `at`, itself counted; 0 where it is not the first of its run. */
function runFrom(modules: Uint8Array, at: number, before: number, step: number): number {
  if (before > 0 && modules[at - step] === 1) return 0;
  let length = 1;
  while (before + length < qrModules && modules[at + length * step] === 1) length += 1;
  return length;
}
