import bwip from 'bwip-js/node';

/** Modules of a Code 128 of twelve digits: start, six pairs, check, stop. */
export const barsModules = 101;

/** Values of Code 128 C: a pair of digits each up to 99; the check may be one of three more. */
const values = 103;
const startValue = 105;

/** What begins and ends every code, and one sign for each value: widths in modules, bars and spaces in turn. */
interface Signs {
  start: readonly number[];
  stop: readonly number[];
  of: readonly (readonly number[])[];
}

let signs: Signs | undefined;

/**
 * Twelve digits as Code 128 C (ISO/IEC 15417): widths in modules of bars and spaces in turn, the first of a bar. The signs are
 * those that bwip-js draws, each of them asked for once: it takes as long for one code as a label may take.
 */
export function encodeBars(digits: string): number[] {
  signs ??= learnSigns();
  const widths = [...signs.start];
  let sum = startValue;
  for (let pair = 0; pair < digits.length / 2; pair += 1) {
    const value = Number(digits.slice(pair * 2, pair * 2 + 2));
    sum += value * (pair + 1);
    widths.push(...signs.of[value]!);
  }
  widths.push(...signs.of[sum % values]!, ...signs.stop);
  return widths;
}

/** A code of two pairs has five signs of six widths: start, both pairs, check, and stop, which has one more. */
function learnSigns(): Signs {
  const drawn = (first: number, second: number) => {
    const [symbol] = bwip.raw('code128', String(first * 100 + second).padStart(4, '0'), {});
    if (!symbol || !('sbs' in symbol)) throw new Error('bwip-js has drawn no bars');
    return symbol.sbs;
  };
  const sign = (widths: readonly number[], index: number) => widths.slice(index * 6, index * 6 + 6);
  const pairs = Array.from({ length: 100 }, (_, value) => sign(drawn(value, 0), 1));
  // The check is 105 + first + 2 × second, modulo 103: these three have 100, 101 and 102.
  const checks = [drawn(98, 0), drawn(99, 0), drawn(98, 1)].map((widths) => sign(widths, 3));
  const any = drawn(0, 0);
  return { start: sign(any, 0), stop: any.slice(24), of: [...pairs, ...checks] };
}
