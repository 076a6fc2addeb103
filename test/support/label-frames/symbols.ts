import bwipjs from 'bwip-js/node';
import type { Ink } from './ink.ts';

interface Place {
  x: number;
  y: number;
}

type Raw = { sbs?: number[]; pixs?: number[]; pixx?: number; pixy?: number };

const raw = bwipjs.raw as unknown as (symbol: string, text: string, options: object) => Raw[];

/** Bars of a linear symbol, `module` millimetres the narrowest. */
export function bars(
  symbol: 'code128' | 'ean13',
  text: string,
  at: Place,
  module: number,
  height: number,
): Ink[] {
  let x = at.x;
  return (raw(symbol, text, {})[0]?.sbs ?? []).flatMap((modules, index) => {
    const bar = { x, y: at.y, width: modules * module, height };
    x += bar.width;
    return index % 2 === 0 ? [bar] : [];
  });
}

/** A matrix symbol `side` millimetres wide, without its quiet zone. */
export function matrix(symbol: 'qrcode' | 'datamatrix', text: string, at: Place, side: number): Ink[] {
  const options = symbol === 'qrcode' ? { eclevel: 'M', version: '1' } : {};
  const { pixs = [], pixx = 1 } = raw(symbol, text, options)[0] ?? {};
  const module = side / pixx;
  return pixs.flatMap((dark, index) =>
    dark
      ? [
          {
            x: at.x + (index % pixx) * module,
            y: at.y + Math.floor(index / pixx) * module,
            width: module,
            height: module,
          },
        ]
      : [],
  );
}

/** Strokes as large as words are: what stands beside a symbol on a letter. */
export function words(at: Place, width: number, size: number, lines: number): Ink[] {
  const inks: Ink[] = [];
  for (let line = 0; line < lines; line += 1)
    for (let x = 0, n = line; x < width; n += 1) {
      const tall = 0.35 + 0.65 * ((n * 7) % 5 > 2 ? 1 : 0.55);
      const y = at.y + line * size * 1.6 + size * (1 - tall);
      inks.push({ x: at.x + x, y, width: size * 0.13, height: size * tall });
      if (n % 3 === 0) inks.push({ x: at.x + x, y, width: size * 0.45, height: size * 0.12 });
      x += n % 6 === 5 ? size * 1.1 : size * 0.55;
    }
  return inks;
}
