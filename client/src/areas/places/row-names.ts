/** Places made by one call at most. */
export const longestRow = 500;

type Ends = { prefix: string; from: string; to: string };
export type RowNames =
  | { names: string[] }
  | { wrong: 'from' | 'to'; why: 'end' | 'mixed' | 'backwards' | 'too-long' };

/** The names of a row before it is made: `Shelf A` to `Shelf F`, `Box 215` to `Box 240`, `Rack 01` to `Rack 12`. */
export function rowNames({ prefix, from, to }: Ends): RowNames {
  if (!isEnd(from)) return { wrong: 'from', why: 'end' };
  if (!isEnd(to)) return { wrong: 'to', why: 'end' };
  const numbered = isNumber(from);
  if (numbered !== isNumber(to)) return { wrong: 'to', why: 'mixed' };
  const first = numbered ? Number(from) : from.charCodeAt(0);
  const last = numbered ? Number(to) : to.charCodeAt(0);
  if (last < first) return { wrong: 'to', why: 'backwards' };
  if (last - first >= longestRow) return { wrong: 'to', why: 'too-long' };
  // As wide as the first one is written, where it begins with a nought.
  const width = from.startsWith('0') ? from.length : 1;
  const running = (at: number) => (numbered ? String(at).padStart(width, '0') : String.fromCharCode(at));
  const names = Array.from({ length: last - first + 1 }, (_, index) =>
    `${prefix} ${running(first + index)}`.trim(),
  );
  return { names };
}

function isEnd(text: string): boolean {
  return /^([A-Z]|\d{1,5})$/.test(text);
}

function isNumber(text: string): boolean {
  return /^\d+$/.test(text);
}

/** A long row by its first two and its last. */
export function shortened(names: readonly string[]): string {
  const [first = '', second = ''] = names;
  return names.length <= 4 ? names.join(', ') : `${first}, ${second} … ${names.at(-1)}`;
}
