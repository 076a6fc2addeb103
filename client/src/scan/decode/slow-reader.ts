import { type Counts, countable } from './countable.ts';
import type { Corners, Frame, Point, Reading } from './frame.ts';
import { openQuagga } from './quagga.ts';
import { enlargeFrame } from './sharpen-frame.ts';
import { openZxing, type ReadFrame, readWithZxing, type ZxingWasm, zxingOptions } from './zxing.ts';

/** Beyond this, a picture has pixels enough, and twice as many take too long. */
const longestToEnlarge = 1_600;

/**
 * What takes too long for every frame: quagga2, and where that reads nothing that counts, zxing on the picture at twice
 * its size. For a worker of its own.
 */
export async function openSlowReader(wasm: ZxingWasm, counts?: Counts): Promise<ReadFrame> {
  const [readWithQuagga] = await Promise.all([openQuagga(), openZxing(wasm)]);
  return async (frame) => {
    const read = countable(await readWithQuagga(frame).catch(() => []), counts);
    return read.length > 0 ? read : countable(await readEnlarged(frame), counts);
  };
}

async function readEnlarged(frame: Frame): Promise<Reading[]> {
  if (Math.max(frame.width, frame.height) > longestToEnlarge) return [];
  const read = await readWithZxing(enlargeFrame(frame, 4, 7), zxingOptions.enlarged);
  const back = ({ x, y }: Point): Point => ({ x: x / 2, y: y / 2 });
  return read.map(({ corners: [a, b, c, d], ...reading }) => {
    const corners: Corners = [back(a), back(b), back(c), back(d)];
    return { ...reading, corners };
  });
}
