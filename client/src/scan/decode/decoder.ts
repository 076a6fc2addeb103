import { isCode } from '../../../../shared/codes/code.ts';
import type { Frame, Reading } from './frame.ts';
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
  /** The slow second reader (quagga2), for `decodeStill`; none: it is left out. */
  readSlowly?: ReadFrame;
  /** Which texts count; none given: our codes with right check digits. The bench reads others' photographs. */
  counts?: (text: string) => boolean;
}

/** Tried in turn, one a look. Zxing follows lines across and down the frame, so that 20° to 70° escapes it. */
const turns: readonly number[] = [22.5, -22.5, 45];

/** Looks at a still picture until every pass has had it. */
export const looksUntilAllTried: number = turns.length;

export function createDecoder({ readSlowly, counts = isCode }: DecoderParts = {}): Decoder {
  let next = 0;

  async function decode(frame: Frame): Promise<Reading[]> {
    const first = countable(await readWithZxing(frame), counts);
    if (first.length > 0) return first;
    const turned = turnFrame(frame, turns[next]!);
    const read = countable(await readWithZxing(turned.frame, zxingOptions.bars), counts);
    // What helped is tried first at the next frame too: the paper is still held as it was.
    if (read.length === 0) next = (next + 1) % turns.length;
    return read.map((reading) => ({ ...reading, corners: turned.turnBack(reading.corners) }));
  }

  return {
    decode,
    async decodeStill(frame) {
      for (let look = 0; look < looksUntilAllTried; look += 1) {
        const read = await decode(frame);
        if (read.length > 0) return read;
      }
      return readSlowly ? countable(await readSlowly(frame), counts) : [];
    },
  };
}

/** Those that count, each text once: the symbol that was read first stands for it. */
export function countable(
  readings: readonly Reading[],
  counts: (text: string) => boolean = isCode,
): Reading[] {
  const byText = new Map<string, Reading>();
  for (const reading of readings)
    if (counts(reading.text) && !byText.has(reading.text)) byText.set(reading.text, reading);
  return [...byText.values()];
}
