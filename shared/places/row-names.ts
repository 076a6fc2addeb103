/** Places made by one call at most. */
export const longestRow = 500;

/** An end of a row: one capital letter or a number. */
export const rowEnd = /^([A-Z]|\d{1,5})$/;

interface Row {
  /** Before the running part, e.g. `Shelf`. */
  prefix: string;
  from: string;
  to: string;
}

export type RowObjection = 'end' | 'mixed' | 'backwards' | 'too-long';

/** Which end is wrong and why, where there is no such row; `count`: how many places it would have. */
type RowNames = { names: string[] } | { wrong: 'from' | 'to'; why: RowObjection; count?: number };

/** `Shelf` from `A` to `F`, `Box` from `215` to `240`, `Rack` from `01` to `12` (so wide then, all of them). */
export function rowNames({ prefix, from, to }: Row): RowNames {
  if (!rowEnd.test(from)) return { wrong: 'from', why: 'end' };
  if (!rowEnd.test(to)) return { wrong: 'to', why: 'end' };
  const numbered = isNumber(from);
  if (numbered !== isNumber(to)) return { wrong: 'to', why: 'mixed' };
  const [first, last] = numbered ? [Number(from), Number(to)] : [from.charCodeAt(0), to.charCodeAt(0)];
  const count = last - first + 1;
  if (count < 1) return { wrong: 'to', why: 'backwards' };
  if (count > longestRow) return { wrong: 'to', why: 'too-long', count };
  const width = from.startsWith('0') ? from.length : 1;
  const running = (at: number) => (numbered ? String(at).padStart(width, '0') : String.fromCharCode(at));
  return { names: Array.from({ length: count }, (_, index) => `${prefix} ${running(first + index)}`.trim()) };
}

function isNumber(text: string): boolean {
  return /^\d+$/.test(text);
}
