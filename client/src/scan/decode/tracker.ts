/**
 * Which codes lie before the camera, and which of them are to be booked now. Pure: time comes in with each look, in
 * milliseconds of any clock that only goes forward.
 *
 * - A code counts once until it has left: not seen for a second, over three looks at least. Paper in a hand blurs and
 *   turns for some frames without being taken away; nobody takes it away and brings it back on purpose within a second.
 * - Several at once book nothing. Those that were seen together stay so until all but one have left: a look that
 *   misses one of two must not book the other.
 * - A new code right after another is a pile being worked through, or two papers of which each look sees one. Two looks
 *   in a row that show the new one alone tell them apart; so do some looks before it that did not show the other.
 */
export interface Tracker {
  readonly inView: ReadonlyMap<string, InView>;
  /** The code that the last look showed alone, and in how many looks in a row. */
  readonly alone: { readonly code: string; readonly looks: number } | undefined;
  readonly several: readonly string[];
}

interface InView {
  readonly seenAt: number;
  /** Looks since then that did not show it. */
  readonly missed: number;
  readonly counted: boolean;
  /** Whether it was seen together with another that has not left. */
  readonly accompanied: boolean;
}

export interface Look {
  readonly at: number;
  /** Our codes in this frame. */
  readonly codes: readonly string[];
}

export interface Tracked {
  readonly tracker: Tracker;
  /** To be booked now. */
  readonly counted: string | undefined;
  /** Codes that lie there together and of which none is booked; empty: not so. */
  readonly several: readonly string[];
}

const leavesAfterMs = 1_000;
const leavesAfterLooks = 3;
/** After so long, over as many looks as leaving takes, a code that has counted holds up no other. */
const standsAsideAfterMs = 300;
/** Looks that a picture gets at once, so that a pile does not wait for the second. */
export const looksAfterAnother = 2;

export const nothingInView: Tracker = { inView: new Map(), alone: undefined, several: [] };

/** A frame has been read. */
export function track(tracker: Tracker, { at, codes }: Look): Tracked {
  const seen = [...new Set(codes)];
  const inView = new Map<string, InView>();
  for (const [code, before] of tracker.inView) {
    if (seen.includes(code)) continue;
    const missed = before.missed + 1;
    if (at - before.seenAt < leavesAfterMs || missed < leavesAfterLooks)
      inView.set(code, { ...before, missed });
  }
  const together = seen.length > 1;
  for (const code of seen) {
    const before = tracker.inView.get(code);
    const accompanied = together || (before?.accompanied === true && othersAccompany(inView, code));
    inView.set(code, { seenAt: at, missed: 0, counted: before?.counted ?? false, accompanied });
  }
  const [only] = seen;
  const alone =
    only !== undefined && !together ? { code: only, looks: looksAlone(tracker, only) } : undefined;
  const counts = alone !== undefined && mayCount(inView, alone, at);
  if (counts) inView.set(alone.code, { ...inView.get(alone.code)!, counted: true });
  const several = [...inView].filter(([, each]) => each.accompanied).map(([code]) => code);
  return {
    tracker: { inView, alone, several },
    counted: counts ? alone.code : undefined,
    several,
  };
}

/** The picture has not changed since the last look: what lay there still does. */
export function trackUnchanged(tracker: Tracker, at: number): Tracker {
  const inView = new Map(
    [...tracker.inView].map(([code, each]) => [code, each.missed === 0 ? { ...each, seenAt: at } : each]),
  );
  return { ...tracker, inView };
}

/**
 * The slow reader has found a code in a frame of a while ago. Counts only where no look since has shown another: then
 * that paper is gone.
 */
export function trackLate(tracker: Tracker, { at, codes }: Look): Tracked {
  const overtaken = [...tracker.inView].some(([code, each]) => each.seenAt > at && !codes.includes(code));
  if (overtaken) return { tracker, counted: undefined, several: tracker.several };
  return track(tracker, {
    at: Math.max(at, ...[...tracker.inView.values()].map((each) => each.seenAt)),
    codes,
  });
}

function looksAlone({ alone }: Tracker, code: string): number {
  return alone?.code === code ? alone.looks + 1 : 1;
}

function mayCount(
  inView: ReadonlyMap<string, InView>,
  alone: { code: string; looks: number },
  at: number,
): boolean {
  const own = inView.get(alone.code)!;
  if (own.counted || own.accompanied) return false;
  if (alone.looks >= looksAfterAnother) return true;
  return [...inView].every(([code, other]) => code === alone.code || standsAside(other, at));
}

function standsAside({ counted, missed, seenAt }: InView, at: number): boolean {
  return counted && missed >= leavesAfterLooks && at - seenAt >= standsAsideAfterMs;
}

function othersAccompany(inView: ReadonlyMap<string, InView>, code: string): boolean {
  return [...inView].some(([other, each]) => other !== code && each.accompanied);
}
