/**
 * Whether a picture is worth reading. Equal ones are not read again, except now and then, ever more seldom: a camera may
 * come into focus without much of a change. Pure: time comes in, in milliseconds of a clock that only goes forward.
 */
export interface MotionGate {
  /** The picture as it was when it was last read. */
  readonly read: Uint8Array | undefined;
  readonly readAt: number;
  /** Looks at this picture since it last changed. */
  readonly looks: number;
}

/** A thumbnail of this size is compared: its cells still differ between two labels that lie in the same place. */
export const thumbnail = { width: 64, height: 36 } as const;

/** In grey levels of 255. Noise of a webcam, averaged over a cell, stays below 2; another label changes some by 20. */
const cellChanges = 10;
/** Waits before the same picture is read once more; the last of them goes on. */
const waitsMs = [250, 500, 1_000, 2_000];

export const closedGate: MotionGate = { read: undefined, readAt: 0, looks: 0 };

export interface Gated {
  readonly gate: MotionGate;
  readonly worthReading: boolean;
  /** Whether it is another picture than the one read last. */
  readonly changed: boolean;
}

/**
 * @param looksAtOnce how often a picture is read without a wait: until everything has been tried on it, or once where a
 *   code was found
 */
export function passGate(gate: MotionGate, now: Uint8Array, at: number, looksAtOnce: number): Gated {
  const changed = gate.read === undefined || differs(gate.read, now);
  if (changed) return { gate: { read: now, readAt: at, looks: 1 }, worthReading: true, changed };
  const wait = waitsMs[Math.min(gate.looks - looksAtOnce, waitsMs.length - 1)] ?? 0;
  if (gate.looks >= looksAtOnce && at - gate.readAt < wait) return { gate, worthReading: false, changed };
  return { gate: { ...gate, readAt: at, looks: gate.looks + 1 }, worthReading: true, changed };
}

function differs(before: Uint8Array, now: Uint8Array): boolean {
  if (before.length !== now.length) return true;
  for (let cell = 0; cell < now.length; cell += 1)
    if (Math.abs(now[cell]! - before[cell]!) > cellChanges) return true;
  return false;
}
