import { type Frame, frameOfGrey, greyLevels } from './frame.ts';

/**
 * The frame in grey with its edges drawn stronger: each pixel moves away from the mean of the square around it. Bars
 * that lens and distance have run together come apart again; zxing then reads about twice as many of them.
 * @param strength how many times the difference is added
 * @param reach half the side of the square, in pixels; about the blur's width
 */
export function sharpenFrame(frame: Frame, strength: number, reach: number): Frame {
  const { width, height } = frame;
  return frameOfGrey(sharpened(greyLevels(frame), width, height, strength, reach), width, height);
}

/** Twice as large, between pixels bilinear, and sharpened: for bars of less than two pixels. */
export function enlargeFrame(frame: Frame, strength: number, reach: number): Frame {
  const [width, height] = [frame.width * 2, frame.height * 2];
  const grey = greyLevels(frame);
  const large = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y += 1) {
    const fromY = Math.min(frame.height - 1.001, Math.max(0, (y - 0.5) / 2));
    const [row, down] = [(fromY | 0) * frame.width, fromY - (fromY | 0)];
    for (let x = 0; x < width; x += 1, at += 1) {
      const fromX = Math.min(frame.width - 1.001, Math.max(0, (x - 0.5) / 2));
      const [pixel, right] = [row + (fromX | 0), fromX - (fromX | 0)];
      const above = grey[pixel]! + (grey[pixel + 1]! - grey[pixel]!) * right;
      const next = pixel + frame.width;
      large[at] = above + (grey[next]! + (grey[next + 1]! - grey[next]!) * right - above) * down;
    }
  }
  return frameOfGrey(sharpened(large, width, height, strength, reach), width, height);
}

function sharpened(
  grey: Uint8Array,
  width: number,
  height: number,
  strength: number,
  reach: number,
): Uint8Array {
  const rows = new Float32Array(grey.length);
  for (let y = 0; y < height; y += 1) meansAlong(grey, rows, y * width, 1, width, reach);
  const around = new Float32Array(grey.length);
  for (let x = 0; x < width; x += 1) meansAlong(rows, around, x, width, height, reach);
  const result = new Uint8ClampedArray(grey.length);
  for (let at = 0; at < grey.length; at += 1) result[at] = grey[at]! + strength * (grey[at]! - around[at]!);
  return new Uint8Array(result.buffer);
}

/** Means over a window that slides along one row or column. */
function meansAlong(
  from: Uint8Array | Float32Array,
  to: Float32Array,
  start: number,
  step: number,
  count: number,
  reach: number,
): void {
  let sum = 0;
  for (let ahead = 0; ahead < Math.min(reach, count); ahead += 1) sum += from[start + ahead * step]!;
  for (let at = 0; at < count; at += 1) {
    if (at + reach < count) sum += from[start + (at + reach) * step]!;
    if (at - reach > 0) sum -= from[start + (at - reach - 1) * step]!;
    to[start + at * step] = sum / (Math.min(count - 1, at + reach) - Math.max(0, at - reach) + 1);
  }
}
