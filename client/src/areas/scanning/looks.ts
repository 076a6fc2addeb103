import type { ScanHalf, ScanOutcome } from '../../../../shared/contracts/scanning.ts';

/** How an outcome looks: its colour, shape and sign together. */
export type Look = 'booked' | 'already' | 'refused' | 'unknown' | 'exception' | 'seen' | 'undone';

const lookOfOutcome = {
  booked: 'booked',
  'already-booked': 'already',
  exception: 'exception',
  refused: 'refused',
  partly: 'refused',
  unknown: 'unknown',
  seen: 'seen',
} as const satisfies Record<ScanOutcome, Look>;

export function lookOf<O extends ScanOutcome>(outcome: O): (typeof lookOfOutcome)[O] {
  return lookOfOutcome[outcome];
}

/** A half that went through, whether now or before, against one that needs a hand. */
export function isGood({ outcome }: ScanHalf): boolean {
  return outcome === 'booked' || outcome === 'already-booked';
}
