import { type Counts, countable } from './countable.ts';
import type { Frame, Reading } from './frame.ts';
import { sharpenFrame } from './sharpen-frame.ts';
import { turnFrame } from './turn-frame.ts';
import { type ReadFrame, readWithZxing, zxingOptions } from './zxing.ts';

/**
 * `frame → codes with corners`, the same in the page's worker, in tests and in the bench. Nothing is remembered of a
 * frame but which pass is next.
 */
export interface Decoder {
  /**
   * One look: the first pass and, where that shows none of our codes, one more, another each time. Each of our codes
   * that is in the frame comes once, though a label carries it twice.
   */
  decode(frame: Frame): Promise<Reading[]>;
  /**
   * As many looks as there are passes at a picture that stays, then the slow reader: what the camera's page comes to
   * when paper is held still.
   */
  decodeStill(frame: Frame): Promise<Reading[]>;
}

export interface DecoderParts {
  /** For `decodeStill`; none: it is left out. */
  readSlowly?: ReadFrame;
  /** Which texts count; none given: our codes with right check digits. */
  counts?: Counts | undefined;
}

/**
 * Tried in turn, one a look. Zxing follows lines across and down the frame, so that bars at 20° to 70° escape it; and
 * it takes bars that blur has run together for other bars.
 */
const passes: readonly ReadFrame[] = [turnedBy(22.5), readSharpened, turnedBy(-22.5), turnedBy(45)];

/** Looks at a still picture until every pass has had it. */
export const looksUntilAllTried: number = passes.length;

export function createDecoder({ readSlowly, counts }: DecoderParts = {}): Decoder {
  let next = 0;

  async function decode(frame: Frame): Promise<Reading[]> {
    const first = countable(await readWithZxing(frame), counts);
    return first.length > 0 ? first : readOnceMore(frame);
  }

  async function readOnceMore(frame: Frame): Promise<Reading[]> {
    const pass = passes[next]!;
    const read = countable(await pass(frame), counts);
    // What helped is tried first at the next frame too: the paper is still held as it was.
    if (read.length === 0) next = (next + 1) % passes.length;
    return read;
  }

  return {
    decode,
    async decodeStill(frame) {
      const first = countable(await readWithZxing(frame), counts);
      if (first.length > 0) return first;
      for (let look = 0; look < looksUntilAllTried; look += 1) {
        const read = await readOnceMore(frame);
        if (read.length > 0) return read;
      }
      return readSlowly ? countable(await readSlowly(frame), counts) : [];
    },
  };
}

function turnedBy(degrees: number): ReadFrame {
  return async (frame) => {
    const turned = turnFrame(frame, degrees);
    const read = await readWithZxing(turned.frame, zxingOptions.bars);
    return read.map((reading) => ({ ...reading, corners: turned.turnBack(reading.corners) }));
  };
}

async function readSharpened(frame: Frame): Promise<Reading[]> {
  return readWithZxing(sharpenFrame(frame, 3, 4), zxingOptions.bars);
}
