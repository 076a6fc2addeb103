/** Chance that is the same each time for the same seed (mulberry32). */
export function makeChance(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    /** True once in so many times. */
    oneIn: (times: number): boolean => below(times) === 0,
    pick: <T>(list: readonly T[]): T => list[below(list.length)] as T,
  };
}

export type Chance = ReturnType<typeof makeChance>;
