import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeCode } from '../../../shared/codes/code.ts';
import { type Burst, codeIn, fallSilent, hear, type Key, noBurst, pauseMs } from './wedge.ts';

const code = makeCode(6_555_957_805);

function digit(character: string, at: number, more: Partial<Key> = {}): Key {
  return { code: `Digit${character}`, key: character, at, apart: false, ...more };
}

/** Types the keys one after another; what was swallowed, and what came out. */
function type(keys: readonly Key[], from: Burst = noBurst) {
  let burst = from;
  const swallowed: boolean[] = [];
  const ended: string[] = [];
  for (const key of keys) {
    const heard = hear(burst, key);
    burst = heard.burst;
    swallowed.push(heard.swallow);
    if (heard.ended !== null) ended.push(heard.ended);
  }
  return { burst, swallowed, ended };
}

const scanned = (text: string, gap: number, from = 0) =>
  [...text].map((character, index) => digit(character, from + index * gap));
const enter = (at: number): Key => ({ code: 'Enter', key: 'Enter', at, apart: false });

describe('a hand scanner among the keys', () => {
  test.each([2, 8, 30, 44])('a code with Enter after it is read, at %s ms between the keys', (gap) => {
    const { ended, swallowed } = type([...scanned(code, gap), enter(12 * gap)]);
    expect(ended).toEqual([code]);
    expect(swallowed.slice(3), 'from the fourth key on nothing reaches the page').toEqual(
      Array.from({ length: 10 }, () => true),
    );
  });

  test('Tab ends it as well, and so does silence', () => {
    expect(type([...scanned(code, 8), { ...enter(100), code: 'Tab', key: 'Tab' }]).ended).toEqual([code]);
    const { burst } = type(scanned(code, 8));
    expect(fallSilent(burst, 11 * 8 + pauseMs).ended).toBe(code);
    expect(fallSilent(burst, 11 * 8 + 20).ended, 'not while it may go on').toBeNull();
  });

  test('a busy page that hears the keys late does not cut a code in two', () => {
    const keys = scanned(code, 8);
    const half = type(keys.slice(0, 7));
    const silent = fallSilent(half.burst, 400);
    expect(silent.ended).toBeNull();
    expect(type([...keys.slice(7), enter(100)], silent.burst).ended).toEqual([code]);
  });

  test('an Enter that comes after the silence still belongs to the scanner', () => {
    const { burst } = type(scanned(code, 8));
    const silent = fallSilent(burst, 200);
    const late = hear(silent.burst, enter(320));
    expect([late.swallow, late.ended]).toEqual([true, null]);
    expect(hear(silent.burst, enter(900)).swallow, 'this one a person pressed').toBe(false);
  });

  test('a French keyboard types signs where we type digits: the key’s place counts', () => {
    const signs = ['à', '&', 'é', '"', "'", '(', '-', 'è', '_', 'ç'];
    const keys = [...code].map((character, index) =>
      digit(character, index * 8, { key: signs[Number(character)] ?? '' }),
    );
    expect(type([...keys, enter(100)]).ended).toEqual([code]);
  });

  test('Shift between the digits, as a scanner set to French presses it, changes nothing', () => {
    const shift = (at: number): Key => ({ code: 'ShiftLeft', key: 'Shift', at, apart: false });
    const keys = scanned(code, 8).flatMap((key) => [shift(key.at), key]);
    expect(type([...keys, enter(100)]).ended).toEqual([code]);
  });

  test('without the place of a key (some phones) its character counts', () => {
    const keys = scanned(code, 8).map((key) => ({ ...key, code: '' }));
    expect(type([...keys, enter(100)]).ended).toEqual([code]);
  });

  test('what people type is left alone, whatever it is', () => {
    const typing = fc.array(
      fc.record({ character: fc.constantFrom(...'0123456789abc'), gap: fc.integer({ min: 60, max: 900 }) }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(typing, (strokes) => {
        let at = 0;
        const keys = strokes.map(({ character, gap }): Key => {
          at += gap;
          const isDigit = character <= '9';
          return { code: isDigit ? `Digit${character}` : '', key: character, at, apart: false };
        });
        const { swallowed, ended } = type([...keys, enter(at + 80)]);
        expect(swallowed).not.toContain(true);
        expect(ended).toEqual([]);
      }),
    );
  });

  test('three keys that roll under fast fingers are typing, and a held key is no scanner', () => {
    expect(type([...scanned('123', 20), enter(300)]).swallowed).not.toContain(true);
    const held = scanned('777777777777', 30).map((key) => ({ ...key, apart: true }));
    expect(type([...held, enter(400)]).swallowed).not.toContain(true);
  });

  test('ten scans a second, each one read, none mixed with the next', () => {
    const codes = Array.from({ length: 20 }, (_, n) => makeCode(1_000_000_000 + n * 7_919));
    const keys = codes.flatMap((one, n) => [...scanned(one, 6, n * 100), enter(n * 100 + 72)]);
    expect(type(keys).ended).toEqual(codes);
  });
});

describe('what a burst says', () => {
  test('a code of ours, also behind the name of its symbology', () => {
    expect(codeIn(code)).toBe(code);
    expect(codeIn(`]C1${code}`)).toBe(code);
    expect(codeIn(`]Q1${code}`)).toBe(code);
  });
  test('another firm’s barcode and a code with wrong check digits are nothing', () => {
    expect(codeIn('8711577012345')).toBeNull();
    expect(codeIn('655595780541')).toBeNull();
  });
});
