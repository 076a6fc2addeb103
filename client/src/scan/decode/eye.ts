import { type Decoder, looksUntilAllTried } from './decoder.ts';
import type { Corners, Frame, Reading } from './frame.ts';
import { closedGate, passGate } from './motion-gate.ts';
import type { SecondReader } from './second-reader.ts';
import {
  looksAfterAnother,
  nothingInView,
  type Tracked,
  track,
  trackLate,
  trackUnchanged,
} from './tracker.ts';

/** A picture of the camera: small to compare, whole only if it is worth reading. */
export interface Picture {
  /** Grey levels at the size of `thumbnail`. */
  thumbnail(): Uint8Array;
  frame(): Frame;
}

export interface SeenCode {
  /** Twelve digits; they are right. */
  code: string;
  /** In pixels of the frame. */
  corners: Corners;
}

/** What one look has brought. */
export interface Sight {
  /** Milliseconds, as they came in with the picture. */
  at: number;
  /** Whether the picture was another than the last; one that stays needs no more looks for a while. */
  changed: boolean;
  /** Every code of ours that is in view, for drawing; undefined: as before, the picture was not read. */
  seen: SeenCode[] | undefined;
  /** To be booked: once, until it has left. */
  counted: SeenCode | undefined;
  /** Codes that lie there together, none of which is booked. */
  several: string[];
}

export interface EyeParts {
  decoder: Decoder;
  second?: SecondReader;
  /** A sight of the slow reader, some looks later. */
  onLate?: (sight: Sight) => void;
}

export interface Eye {
  /** One picture at a time: the next when this one has been answered. */
  look(picture: Picture, at: number): Promise<Sight>;
}

/** The slow reader rests this long between two pictures, so that moving hands alone do not keep a processor busy. */
const secondRestsMs = 250;

/** Everything behind the camera but the camera: gate, decoder, slow reader and tracker, without a browser. */
export function createEye({ decoder, second, onLate }: EyeParts): Eye {
  let gate = closedGate;
  let tracker = nothingInView;
  let missedInARow = 0;
  let secondFreeAt = 0;
  let secondTriedThis = false;

  function note(at: number, changed: boolean, readings: Reading[], tracked: Tracked): Sight {
    tracker = tracked.tracker;
    const seen = readings.map(({ text, corners }) => ({ code: text, corners }));
    const counted = seen.find(({ code }) => code === tracked.counted);
    return { at, changed, seen, counted, several: [...tracked.several] };
  }

  function askSecond(frame: Frame, at: number): void {
    if (!second || second.busy || at < secondFreeAt || missedInARow < 2 || secondTriedThis) return;
    secondTriedThis = second.offer(frame, (readings) => {
      secondFreeAt = at + secondRestsMs;
      if (readings.length === 0) return;
      const tracked = trackLate(tracker, { at, codes: readings.map(({ text }) => text) });
      onLate?.(note(at, true, readings, tracked));
    });
  }

  return {
    async look(picture, at) {
      const looksAtOnce = missedInARow > 0 ? looksUntilAllTried : looksAfterAnother;
      const gated = passGate(gate, picture.thumbnail(), at, looksAtOnce);
      gate = gated.gate;
      if (!gated.worthReading) {
        tracker = trackUnchanged(tracker, at);
        return { at, changed: false, seen: undefined, counted: undefined, several: [...tracker.several] };
      }
      if (gated.changed) secondTriedThis = false;
      const frame = picture.frame();
      const readings = await decoder.decode(frame);
      missedInARow = readings.length === 0 ? missedInARow + 1 : 0;
      const sight = note(
        at,
        gated.changed,
        readings,
        track(tracker, { at, codes: readings.map(({ text }) => text) }),
      );
      if (readings.length === 0) askSecond(frame, at);
      return sight;
    },
  };
}
