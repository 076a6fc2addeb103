import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDecoder } from '../../client/src/scan/decode/decoder.ts';
import { createEye, type Sight } from '../../client/src/scan/decode/eye.ts';
import type { Frame } from '../../client/src/scan/decode/frame.ts';
import { createSecondReader, type SecondReader } from '../../client/src/scan/decode/second-reader.ts';
import { makeCode } from '../../shared/codes/code.ts';
import { startSlowThread } from '../bench/decode/readers.ts';
import { printLabel, printTwo } from '../support/label-frames/label.ts';
import { faint, openReader, photograph, pictureOf } from './pictures.ts';

const [one, two] = [makeCode(1_234_567_890), makeCode(2_234_567_890)];
const desk = photograph(undefined);
const first = photograph(printLabel('both', one, 6), { pixelsPerMm: 6 });
const second = photograph(printLabel('both', two, 6), { pixelsPerMm: 6 });

beforeAll(openReader);

/** Shows one frame after the other, ten a second. */
async function show(frames: readonly Frame[]): Promise<Sight[]> {
  const eye = createEye({ decoder: createDecoder() });
  const sights: Sight[] = [];
  for (const [number, frame] of frames.entries())
    sights.push(await eye.look(pictureOf(frame), 1_000 + number * 100));
  return sights;
}

const counted = (sights: readonly Sight[]) => sights.flatMap((sight) => sight.counted?.code ?? []);
const times = (count: number, frame: Frame) => Array.from({ length: count }, () => frame);

describe('the eye', () => {
  test('counts a label once, and does not read the picture again while it stays', async () => {
    const sights = await show(times(12, first));
    expect(counted(sights)).toEqual([one]);
    expect(sights.filter(({ seen }) => seen !== undefined).length).toBeLessThanOrEqual(4);
    expect(sights[0]?.seen?.map(({ code }) => code)).toEqual([one]);
  });

  test('counts the next label that lies in just the same place', async () => {
    expect(counted(await show([...times(4, first), ...times(6, second)]))).toEqual([one, two]);
  });

  test('tries every pass on a picture that shows nothing, then rests', async () => {
    const looks = (await show(times(20, desk))).flatMap(({ seen }, number) => (seen ? [number] : []));
    expect(looks).toEqual([0, 1, 2, 3, 6, 11]);
  });

  test('says which codes lie there together, and books none', async () => {
    const sights = await show(times(6, photograph(printTwo([one, two], 6), { pixelsPerMm: 6, y: -60 })));
    expect(counted(sights)).toEqual([]);
    expect(sights.at(-1)?.several.toSorted()).toEqual([one, two]);
  });
});

describe('the eye with the slow reader beside it', () => {
  let slow: SecondReader;
  beforeAll(() => {
    slow = createSecondReader(() => startSlowThread({ reads: 'all', anyText: false }), 15_000);
  });
  afterAll(() => slow.stop());

  test('goes on looking, and counts what that finds later', async () => {
    const frame = faint(one);
    const late = Promise.withResolvers<Sight>();
    const eye = createEye({ decoder: createDecoder(), second: slow, onLate: late.resolve });
    const sights: Sight[] = [];
    for (let look = 0; look < 3; look += 1)
      sights.push(await eye.look(pictureOf({ ...frame, data: frame.data.slice() }), 1_000 + look * 100));
    expect(counted(sights)).toEqual([]);
    expect((await late.promise).counted?.code).toBe(one);
  });
});
