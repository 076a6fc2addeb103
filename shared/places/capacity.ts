/** More stands or lies directly in no place. */
export const largestCapacity = 1_000_000;

/** How much fits in a place, and how much lies directly in it: papers and places alike, not what lies in those. */
export interface Filling {
  /** Null: unlimited. */
  capacity: number | null;
  direct: number;
}

/**
 * Whether so many more do not fit. Two that arrive at the same moment may overshoot: the count is taken before either
 * is there, and nobody waits in front of a shelf for another.
 */
export function isFull({ capacity, direct }: Filling, more = 1): boolean {
  return capacity !== null && direct + more > capacity;
}
