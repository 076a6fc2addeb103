import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCode, makeCode } from './code.ts';
import { code, codeView } from './code-schema.ts';
import { explainCodeMistake, looksLikeCode, parseCode } from './parse-code.ts';

const codes = fc.integer({ min: 1_000_000_000, max: 9_999_999_999 }).map(makeCode);
const good = '123456789092';

describe('a code is read', () => {
  test('as it is printed', () => {
    fc.assert(
      fc.property(codes, (each) => {
        expect(parseCode(formatCode(each))).toEqual({ ok: true, code: each });
        expect(parseCode(each)).toEqual({ ok: true, code: each });
      }),
    );
  });

  test.each([
    ['no-break blanks', '1234\u00a05678\u00a09092'],
    ['thin and narrow blanks', '1234\u20095678\u202f9092'],
    ['hyphens', '1234-5678-9092'],
    ['typographic dashes with blanks', '1234 – 5678 – 9092'],
    ['dots', '1234.5678.9092'],
    ['blanks around and a line end, as a hand scanner sends it', '  123456789092\r\n'],
    ['a tab after it', '123456789092\t'],
    ['full-width digits and blank', '１２３４　５６７８　９０９２'],
    ['invisible characters from a copied page', '\ufeff1234\u200b56789092\u200e'],
    ['a blank between all digits', '1 2 3 4 5 6 7 8 9 0 9 2'],
  ])('with %s', (_what, text) => {
    expect(parseCode(text)).toEqual({ ok: true, code: good });
  });
});

describe('what is no code says why', () => {
  test.each([
    ['nothing', '', { reason: 'empty' }],
    ['only blanks', ' \u00a0\n', { reason: 'empty' }],
    ['a letter O for a zero', '1234 5678 9O92', { reason: 'not-digits', character: 'O', position: 12 }],
    ['a minus before it', '-123456789092', { reason: 'not-digits', character: '-', position: 1 }],
    ['a hyphen after it', '1234-5678-9092- ', { reason: 'not-digits', character: '-', position: 15 }],
    ['an emoji', '12😀', { reason: 'not-digits', character: '😀', position: 3 }],
    ['half a character', '1\ud83d', { reason: 'not-digits', character: '\ufffd', position: 2 }],
    ['a digit missing', '1234 5678 909', { reason: 'too-short', digits: 11 }],
    ['one digit', '1', { reason: 'too-short', digits: 1 }],
    ['two codes in a row', good + good, { reason: 'too-long', digits: 24 }],
    ['an article number', '8712345678906', { reason: 'too-long', digits: 13 }],
    ['a reserved kind', '012345678978', { reason: 'kind-reserved' }],
  ])('%s', (_what, text, mistake) => {
    const parsed = parseCode(text);
    expect(parsed).toEqual({ ok: false, ...mistake });
    expect(parsed.ok ? '' : explainCodeMistake(parsed)).toMatch(/^[A-Z].*[^.]$/);
  });

  test('two digits swapped: which', () => {
    expect(parseCode('1243 5678 9092')).toEqual({
      ok: false,
      reason: 'check-digits-wrong',
      hint: { id: 'two-digits-swapped', position: 3, suggestion: good },
    });
    expect(explainCodeMistake({ reason: 'check-digits-wrong', hint: null })).toContain('Compare');
  });

  test('a swap of neighbours is always noticed, and nearly always pointed out', () => {
    let pointedOut = 0;
    let all = 0;
    fc.assert(
      fc.property(codes, fc.integer({ min: 0, max: 10 }), (each, at) => {
        fc.pre(each[at] !== each[at + 1]);
        const parsed = parseCode(each.slice(0, at) + each[at + 1] + each[at] + each.slice(at + 2));
        if (parsed.ok || parsed.reason !== 'check-digits-wrong') throw new Error('not noticed');
        all += 1;
        const { hint } = parsed;
        if (hint?.id === 'two-digits-swapped' && hint.suggestion === each) pointedOut += 1;
        return hint === null || hint.id === 'two-digits-swapped';
      }),
      { numRuns: 2_000 },
    );
    expect(pointedOut / all).toBeGreaterThan(0.85);
  });

  test('one digit wrong: the places to look at are among the hints, if there are few', () => {
    fc.assert(
      fc.property(codes, fc.nat(11), fc.integer({ min: 1, max: 9 }), (each, at, more) => {
        const wrong = (Number(each[at]) + more) % 10;
        const parsed = parseCode(each.slice(0, at) + wrong + each.slice(at + 1));
        if (parsed.ok || parsed.reason !== 'check-digits-wrong') return false;
        const { hint } = parsed;
        return hint?.id !== 'one-digit-wrong' || hint.positions.includes(at + 1);
      }),
      { numRuns: 2_000 },
    );
  });

  test('it never throws, whatever the text', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.string({ unit: fc.constantFrom(...'0189 -.\u00a0x') }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseCode(text);
        return parsed.ok || explainCodeMistake(parsed).length > 0;
      }),
      { numRuns: 2_000 },
    );
  });
});

test('twelve digits look like a code, also with a typing error; names and references do not', () => {
  expect(['1234 5678 9092', '1243-5678-9092', '012345678912'].map(looksLikeCode)).toEqual([true, true, true]);
  expect(['', 'Van der Berg', '12345', 'K-123456789092', '1234567890923'].some(looksLikeCode)).toBe(false);
});

describe('as a field of a request', () => {
  test('a code comes out without blanks', () => {
    expect(code.parse(' 1234 5678 9092 ')).toBe(good);
  });

  test('a wrong one says why in English, with the stable reason beside it', () => {
    const issue = code.safeParse('1243 5678 9092').error?.issues[0];
    expect(issue).toMatchObject({
      message: 'The check digits do not fit. Are digits 3 and 4 swapped?',
      params: { reason: 'check-digits-wrong' },
    });
    expect(code.safeParse(123456789092).success).toBe(false);
  });

  test('what goes out is a plain pattern', () => {
    expect(codeView.parse(good)).toBe(good);
    expect(codeView.safeParse('1234 5678 9092').success).toBe(false);
  });
});
