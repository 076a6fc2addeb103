import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDigits, checkDigitsFit, codeKind, formatCode, isCode, makeCode } from './code.ts';

const bodies = fc.integer({ min: 1_000_000_000, max: 9_999_999_999 });

describe('a code', () => {
  /**
   * By hand, in pieces as an IBAN is done: 123456789000 without the last three digits is 123456789.
   * 123456789 = 97 × 1272750 + 39; 39 followed by 000 is 39000 = 97 × 402 + 6. 98 − 6 = 92.
   * 1000000000 00: 10^11. 10^2 = 97 + 3, so 10^10 leaves 3^5 = 243 = 2 × 97 + 49, and 10^11 leaves 490 = 5 × 97 + 5.
   * 98 − 5 = 93.
   * 9999999999 00 = 10^12 − 100. 10^12 leaves 3^6 = 729 = 7 × 97 + 50; 50 − 3 = 47. 98 − 47 = 51.
   * 7000000000 00 = 7 × 10^11 leaves 7 × 5 = 35. 98 − 35 = 63.
   */
  test.each([
    [1_234_567_890, '123456789092'],
    [1_000_000_000, '100000000093'],
    [9_999_999_999, '999999999951'],
    [7_000_000_000, '700000000063'],
  ])('with body %d is %s', (body, expected) => {
    expect(makeCode(body)).toBe(expected);
  });

  test('leaves 1 when divided by 97, whatever its body', () => {
    fc.assert(fc.property(bodies, (body) => BigInt(makeCode(body)) % 97n === 1n && isCode(makeCode(body))));
  });

  test('has one pair of check digits only, although others leave the same remainder', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const fitting = Array.from({ length: 100 }, (_, check) => String(body * 100 + check)).filter(
          checkDigitsFit,
        );
        return fitting.length === 1 && fitting[0] === makeCode(body);
      }),
    );
  });

  test('has check digits from 02 to 98', () => {
    const found = new Set(Array.from({ length: 97 }, (_, body) => checkDigits(5_000_000_000 + body)));
    expect([Math.min(...found), Math.max(...found), found.size]).toEqual([2, 98, 97]);
  });

  test.each([0, 999_999_999, 10_000_000_000, 1_234_567_890.5, Number.NaN])('has no body %d', (body) => {
    expect(() => makeCode(body)).toThrow(RangeError);
  });

  test.each([
    [1, 'document'],
    [2, 'document'],
    [3, 'document'],
    [4, 'document'],
    [5, 'document'],
    [6, 'document'],
    [7, 'container'],
    [8, 'location'],
    [9, 'command'],
  ])('that begins with %d is of kind %s', (first, kind) => {
    expect(codeKind(makeCode(first * 1_000_000_000 + 12_345))).toBe(kind);
  });

  test('is shown in groups of four', () => {
    expect(formatCode(makeCode(1_234_567_890))).toBe('1234 5678 9092');
  });
});

describe('the check digits find', () => {
  test('every single wrong digit, at every position', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const code = makeCode(body);
        for (let at = 0; at < 12; at += 1) {
          for (let digit = 0; digit < 10; digit += 1) {
            const other = code.slice(0, at) + digit + code.slice(at + 1);
            if (other !== code && isCode(other)) return false;
          }
        }
        return true;
      }),
      { numRuns: 2_000 },
    );
  });

  test('every swap of two neighbours, and of two with one between them', () => {
    fc.assert(
      fc.property(bodies, fc.constantFrom(1, 2), (body, distance) => {
        const code = makeCode(body);
        for (let at = 0; at + distance < 12; at += 1) {
          const digits = [...code];
          [digits[at], digits[at + distance]] = [digits[at + distance] ?? '', digits[at] ?? ''];
          const other = digits.join('');
          if (other !== code && isCode(other)) return false;
        }
        return true;
      }),
      { numRuns: 5_000 },
    );
  });
});
