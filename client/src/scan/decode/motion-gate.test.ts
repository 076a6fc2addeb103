import { describe, expect, test } from 'vitest';
import { closedGate, type MotionGate, passGate, thumbnail } from './motion-gate.ts';

const cells = thumbnail.width * thumbnail.height;
const desk = () => new Uint8Array(cells).fill(120);

/** With noise as a webcam has it, another each time. */
function noisy(seed: number): Uint8Array {
  return desk().map((level, cell) => level + (((cell * 7919 + seed * 104_729) % 5) - 2));
}

function read(pictures: readonly Uint8Array[], looksAtOnce: number, everyMs = 33): number[] {
  let gate: MotionGate = closedGate;
  return pictures.flatMap((picture, number) => {
    const gated = passGate(gate, picture, number * everyMs, looksAtOnce);
    gate = gated.gate;
    return gated.worthReading ? [number] : [];
  });
}

describe('a picture', () => {
  test('is read when it is the first', () => {
    expect(read([desk()], 1)).toEqual([0]);
  });

  test('is not read again when the next is like it but for noise', () => {
    expect(read([noisy(1), noisy(2), noisy(3), noisy(4)], 1)).toEqual([0]);
  });

  test('is read as often as there are ways to try it, where nothing was found', () => {
    expect(read([noisy(1), noisy(2), noisy(3), noisy(4), noisy(5)], 3)).toEqual([0, 1, 2]);
  });

  test('is read when another label lies in the place of the last', () => {
    const other = desk();
    // The cells of a label of 60 pixels: some darker, some brighter, the mean the same.
    for (const [cell, level] of [
      [1_000, 100],
      [1_001, 138],
      [1_064, 140],
      [1_065, 102],
    ] as const)
      other[cell] = level;
    expect(read([noisy(1), noisy(2), other], 1)).toEqual([0, 2]);
  });

  test('is read when it has come to be another by steps too small to notice', () => {
    const dimmed = Array.from({ length: 30 }, (_, step) => new Uint8Array(cells).fill(120 - step));
    expect(read(dimmed, 1, 1)).toEqual([0, 11, 22]);
  });

  test('is read when it has another size', () => {
    expect(read([desk(), new Uint8Array(4)], 1)).toEqual([0, 1]);
  });

  test('that stays a minute is read fewer than forty times', () => {
    const minute = Array.from({ length: 600 }, (_, number) => noisy(number));
    const looks = read(minute, 1, 100);
    expect(looks.length).toBeLessThan(40);
    expect(looks.slice(0, 4)).toEqual([0, 3, 8, 18]);
  });
});
