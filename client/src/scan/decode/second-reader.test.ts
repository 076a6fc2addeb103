import { describe, expect, test } from 'vitest';
import type { Frame, Reading } from './frame.ts';
import { createSecondReader, type SlowWorker } from './second-reader.ts';

const frame = (): Frame => ({ width: 1, height: 1, data: new Uint8ClampedArray(4) });
const point = { x: 0, y: 0 };
const reading: Reading = {
  text: '123456789092',
  symbology: 'code-128',
  corners: [point, point, point, point],
};

/** Workers that answer when told, or never: a healthy one cannot be made to hang. */
function makeWorkers() {
  const made: { answer: (readings: Reading[]) => void; sent: number; stopped: boolean }[] = [];
  return {
    made,
    start(): SlowWorker {
      const own = { answer: (_: Reading[]) => {}, sent: 0, stopped: false };
      made.push(own);
      return {
        send: () => {
          own.sent += 1;
        },
        onReadings: (listener) => {
          own.answer = listener;
        },
        stop: () => {
          own.stopped = true;
        },
      };
    },
  };
}

describe('the slow reader', () => {
  test('starts no worker before there is something to read', () => {
    const workers = makeWorkers();
    createSecondReader(() => workers.start());
    expect(workers.made).toHaveLength(0);
  });

  test('reads one frame at a time and lets the others pass', () => {
    const workers = makeWorkers();
    const reader = createSecondReader(() => workers.start());
    const read: Reading[][] = [];
    expect(reader.offer(frame(), (readings) => read.push(readings))).toBe(true);
    expect(reader.offer(frame(), (readings) => read.push(readings))).toBe(false);
    expect(reader.busy).toBe(true);
    workers.made[0]?.answer([reading]);
    expect(reader.busy).toBe(false);
    expect(read).toEqual([[reading]]);
    expect(reader.offer(frame(), () => {})).toBe(true);
    expect(workers.made.map(({ sent }) => sent)).toEqual([2]);
    reader.stop();
  });

  test('throws a worker away that loses itself in a picture, and reads the next with another', async () => {
    const workers = makeWorkers();
    const reader = createSecondReader(() => workers.start(), 5);
    const lost = await new Promise<Reading[]>((resolve) => reader.offer(frame(), resolve));
    expect(lost).toEqual([]);
    expect(workers.made[0]?.stopped).toBe(true);
    const read = new Promise<Reading[]>((resolve) => reader.offer(frame(), resolve));
    workers.made[0]?.answer([]);
    workers.made[1]?.answer([reading]);
    expect(await read).toEqual([reading]);
    reader.stop();
  });

  test('that is stopped answers for the frame that it had', async () => {
    const workers = makeWorkers();
    const reader = createSecondReader(() => workers.start());
    const left = new Promise<Reading[]>((resolve) => reader.offer(frame(), resolve));
    reader.stop();
    expect(await left).toEqual([]);
    expect(workers.made[0]?.stopped).toBe(true);
  });
});
