import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chaskeyKey, chaskeyWord } from './chaskey.ts';
import { bodySpaces, codeKind, codeKinds, isCode } from './code.ts';
import { codeOf, sequenceOf } from './numbering.ts';
import { spread, spreadKey, unspread } from './spread.ts';

const key = spreadKey(Uint8Array.from({ length: 16 }, (_, at) => at * 7 + 3));
const otherKey = spreadKey(Uint8Array.from({ length: 16 }, (_, at) => at * 7 + (at === 9 ? 4 : 3)));
const keys = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => spreadKey(bytes));

test('the round function gives the published tag (Chaskey-12 reference vectors, the message 00 01 … 0f)', () => {
  const bytes = new Uint8Array(16);
  const words = [0x833d3433, 0x009f389f, 0x2398e64f, 0x417acf39];
  for (const [at, word] of words.entries()) new DataView(bytes.buffer).setUint32(at * 4, word, true);
  expect(chaskeyWord(chaskeyKey(bytes), 0x03020100, 0x07060504, 0x0b0a0908, 0x0f0e0d0c)).toBe(0x5dd0e2a9);
});

test('a key has 16 bytes', () => {
  expect(() => spreadKey(new Uint8Array(15))).toThrow(RangeError);
  expect(() => spreadKey(new Uint8Array(0))).toThrow(RangeError);
});

describe('spreading is a permutation', () => {
  test.each([1, 2, 3, 5, 16, 17, 97, 100, 101, 1_000, 4_095, 65_537])(
    'of %d numbers, all of them',
    (size) => {
      const space = { domain: 1, size };
      const places = new Set<number>();
      for (let sequence = 0; sequence < size; sequence += 1) {
        const place = spread(sequence, key, space);
        expect(place >= 0 && place < size && unspread(place, key, space) === sequence).toBe(true);
        places.add(place);
      }
      expect(places.size).toBe(size);
    },
  );

  test('with an inverse, for any key, space and number', () => {
    const spaces = fc.record({ domain: fc.nat(), size: fc.integer({ min: 1, max: 1_000_000_000_000 }) });
    fc.assert(
      fc.property(keys, spaces, fc.double({ min: 0, max: 0.999999, noNaN: true }), (any, space, part) => {
        const sequence = Math.floor(part * space.size);
        const place = spread(sequence, any, space);
        return place >= 0 && place < space.size && unspread(place, any, space) === sequence;
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([-1, 100, 0.5, Number.NaN])('that has no number %d of a hundred', (sequence) => {
    expect(() => spread(sequence, key, { domain: 1, size: 100 })).toThrow(RangeError);
    expect(() => unspread(sequence, key, { domain: 1, size: 100 })).toThrow(RangeError);
  });

  test('of at least one number and at most 10^12', () => {
    expect(() => spread(0, key, { domain: 1, size: 0 })).toThrow(RangeError);
    expect(() => spread(0, key, { domain: 1, size: 1_000_000_000_001 })).toThrow(RangeError);
  });
});

describe('codes from a sequence', () => {
  test('200,000 in a row are all different, valid and of their kind', () => {
    const codes = new Set<string>();
    let wrong = 0;
    for (let sequence = 0; sequence < 200_000; sequence += 1) {
      const code = codeOf('document', sequence, key);
      if (!isCode(code) || codeKind(code) !== 'document') wrong += 1;
      codes.add(code);
    }
    expect([codes.size, wrong]).toEqual([200_000, 0]);
  });

  test.each(codeKinds)('of kind %s lead back to their number, up to the last one', (kind) => {
    const last = bodySpaces[kind].size - 1;
    fc.assert(
      fc.property(keys, fc.oneof(fc.integer({ min: 0, max: last }), fc.constant(last)), (any, sequence) => {
        const code = codeOf(kind, sequence, any);
        return codeKind(code) === kind && isCode(code) && sequenceOf(code, any) === sequence;
      }),
      { numRuns: 1_000 },
    );
    expect(() => codeOf(kind, last + 1, key)).toThrow(RangeError);
  });

  /** Computed by a program of its own, in Python with whole numbers of any size. */
  test('stay the same for ever: these were issued', () => {
    expect(codeOf('document', 0, key)).toBe('402607892317');
    expect(codeOf('document', 5_999_999_999n, key)).toBe('691434124160');
    expect(codeOf('container', 214, key)).toBe('734223499905');
    expect(codeOf('location', 214, key)).toBe('843574550160');
    expect(codeOf('command', 214, key)).toBe('970969458547');
  });

  test('differ by key, in a single bit, and by kind', () => {
    const tail = (code: string) => code.slice(1, 10);
    const first = Array.from({ length: 1_000 }, (_, sequence) => sequence);
    const same = first.filter((each) => codeOf('document', each, key) === codeOf('document', each, otherKey));
    const sameTail = first.filter((each) => {
      return tail(codeOf('container', each, key)) === tail(codeOf('location', each, key));
    });
    expect([same.length, sameTail.length]).toEqual([0, 0]);
  });

  /** Chi-square with 59 degrees of freedom: above 98.3 in 1 of 1,000 fair draws. The key is fixed, so it is no dice. */
  test('lie evenly over the whole space', () => {
    const counts = new Array<number>(60).fill(0);
    for (let sequence = 0; sequence < 60_000; sequence += 1) {
      const bucket = Math.floor((Number(codeOf('document', sequence, key).slice(0, 10)) - 1e9) / 1e8);
      counts[bucket] = (counts[bucket] ?? 0) + 1;
    }
    const chiSquare = counts.reduce((sum, count) => sum + (count - 1_000) ** 2 / 1_000, 0);
    expect(chiSquare).toBeLessThan(98.3);
  });
});
