import { beforeAll, describe, expect, test } from 'vitest';
import { countable } from '../../client/src/scan/decode/countable.ts';
import { createDecoder } from '../../client/src/scan/decode/decoder.ts';
import { openSlowReader } from '../../client/src/scan/decode/slow-reader.ts';
import { turnFrame } from '../../client/src/scan/decode/turn-frame.ts';
import { readWithZxing } from '../../client/src/scan/decode/zxing.ts';
import { makeCode } from '../../shared/codes/code.ts';
import { type LabelKind, printLabel, printTwo, printWithEan } from '../support/label-frames/label.ts';
import { faint, middleOf, openReader, photograph } from './pictures.ts';

const code = makeCode(1_234_567_890);
const label = (kind: LabelKind, text: string = code) => printLabel(kind, text, 7);

beforeAll(openReader);

async function texts(frame: Parameters<ReturnType<typeof createDecoder>['decode']>[0]): Promise<string[]> {
  return (await createDecoder().decodeStill(frame)).map(({ text }) => text);
}

describe('a label before a webcam is read', () => {
  test.each([['both'], ['qr'], ['code-128'], ['data-matrix']] as const)('as %s, once', async (kind) => {
    expect(await texts(photograph(label(kind)))).toEqual([code]);
  });

  test('upside down', async () => {
    expect(await texts(photograph(label('both'), { turn: 180 }))).toEqual([code]);
  });

  test('in the dark', async () => {
    expect(await texts(photograph(label('both'), {}, { brightness: 0.2, noise: 4 }))).toEqual([code]);
  });

  test('with a fold through its QR', async () => {
    expect(await texts(photograph(label('both'), { fold: { at: 19, angle: 40 } }))).toEqual([code]);
  });

  test.each([30, -30, 45, 60, 120])(
    'as bars alone that are turned by %d°, which one pass cannot',
    async (turn) => {
      expect(await texts(photograph(label('code-128'), { turn }))).toEqual([code]);
    },
  );

  test('with its corners where it is, also where the frame had to be turned', async () => {
    const [seen] = await createDecoder().decodeStill(
      photograph(label('code-128'), { turn: 30, x: 80, y: 40 }),
    );
    const { x, y } = middleOf(seen!.corners);
    // The bars' middle is half a millimetre above the label's.
    expect(Math.hypot(x - (640 + 80), y - (360 + 40))).toBeLessThan(25);
  });
});

describe('of what lies before the camera', () => {
  test("another firm's parcel code is ignored", async () => {
    expect(await texts(photograph(printWithEan(code, '871234567890', 7)))).toEqual([code]);
  });

  test('a number of twelve digits whose check digits are not ours is ignored', async () => {
    expect(await texts(photograph(label('both', '123456789093')))).toEqual([]);
  });

  test('a code with a leading zero, or with more than the digits in its symbol, is ignored', async () => {
    expect(await texts(photograph(label('data-matrix', `${code} `)))).toEqual([]);
    expect(await texts(photograph(label('data-matrix', '012345678970')))).toEqual([]);
  });

  test('two of our labels are both read', async () => {
    const other = makeCode(7_000_000_000);
    const read = await texts(photograph(printTwo([code, other], 6), { pixelsPerMm: 6, y: -60 }));
    expect(read.toSorted()).toEqual([code, other]);
  });

  test('a desk without paper shows nothing', async () => {
    expect(await texts(photograph(undefined))).toEqual([]);
  });
});

test('bars that blur has run together are read all the same', async () => {
  const frame = photograph(printLabel('code-128', code, 6), { turn: 4, pixelsPerMm: 6 }, { blur: 2.4 });
  expect(countable(await readWithZxing(frame))).toEqual([]);
  expect(await texts(frame)).toEqual([code]);
});

test('what is missed in every pass, the slow reader may read, in the same place', async () => {
  const readSlowly = await openSlowReader({ bytes: new ArrayBuffer(0) });
  const [seen] = await createDecoder({ readSlowly }).decodeStill(faint(code));
  expect(await texts(faint(code))).toEqual([]);
  expect(seen?.text).toBe(code);
  const { x, y } = middleOf(seen!.corners);
  expect(Math.hypot(x - 640, y - 360)).toBeLessThan(40);
});

test('a turned frame and its corners go back to where they were', () => {
  const frame = photograph(label('qr'));
  const corner = { x: 300, y: 200 };
  const there = turnFrame(frame, 30).turnBack([corner, corner, corner, corner])[0];
  const back = turnFrame(frame, -30).turnBack([there, there, there, there])[0];
  expect(back.x).toBeCloseTo(300);
  expect(back.y).toBeCloseTo(200);
});
