import { expect, test } from 'vitest';
import { findFile } from './font-files.ts';
import { placeMarks } from './place-marks.ts';
import { shapeText } from './shape-text.ts';
import type { Piece } from './shaped-text.ts';

const faces = ['regular', 'bold'] as const;

interface Ink {
  left: number;
  bottom: number;
  right: number;
  top: number;
}

/** Where each glyph has ink, in thousandths of the size from where the text begins. */
function inkOf(pieces: readonly Piece[]): Ink[] {
  let x = 0;
  return pieces.flatMap((piece) => {
    if (!('run' in piece)) throw new Error('a sign is missing');
    const { file, glyphs } = piece.run;
    return glyphs.map(({ id, dx, dy, advance }) => {
      const { minX, minY, maxX, maxY } = file.font.getGlyph(id).bbox;
      const ink = { left: x + dx + minX, bottom: dy + minY, right: x + dx + maxX, top: dy + maxY };
      x += advance;
      return ink;
    });
  });
}

const around = (inks: readonly Ink[]) => [
  Math.min(...inks.map(({ left }) => left)),
  Math.min(...inks.map(({ bottom }) => bottom)),
  Math.max(...inks.map(({ right }) => right)),
  Math.max(...inks.map(({ top }) => top)),
];

// A letter for each mark, small and capital, that the font has ready-made as well.
const readyMade = [...'őŐűŰêÂŵčŽěăĞĕåŮŮżĖġșȚçŞȩḓḼṋḏȁȌȓȃȂȗ'];

test.each(faces)('a letter put together is where the %s font’s own is', (face) => {
  for (const letter of readyMade) {
    expect(findFile(face, letter), letter).toBeDefined();
    const [own, made] = [shapeText(face, letter).pieces, placeMarks(face, letter.normalize('NFD')) ?? []];
    for (const [side, value] of around(inkOf(made)).entries())
      expect(Math.abs(value - around(inkOf(own))[side]!), letter).toBeLessThan(12);
    const widths = [own, made].map((pieces) => pieces.reduce((sum, { width }) => sum + width, 0));
    expect(widths[0]).toBeCloseTo(widths[1]!);
  }
});

const over = [...'\u0302\u0306\u0307\u030a\u030b\u030c\u030d\u030f\u0311\u0312'];
const under = [...'\u0316\u0317\u0326\u0327\u032d\u0331'];

test.each(faces)('each mark stands over or under its letter, in %s', (face) => {
  for (const letter of 'nmxHMX') {
    for (const mark of [...over, ...under]) {
      const pieces = placeMarks(face, letter + mark) ?? [];
      const [base, sign, ...more] = inkOf(pieces);
      const what = `${letter}${mark}`;
      expect(more, what).toEqual([]);
      const middle = (sign!.left + sign!.right) / 2;
      expect(Math.abs(middle - (base!.left + base!.right) / 2), what).toBeLessThan(80);
      // A cedilla hangs on the letter; nothing else touches it.
      if (over.includes(mark)) expect(sign!.bottom, what).toBeGreaterThan(base!.top);
      else expect(sign!.top, what).toBeLessThan(base!.bottom + (mark === '\u0327' ? 30 : 0));
    }
  }
});

test('of two marks on a side the second stands clear of the first', () => {
  for (const first of over) {
    const [, lower, upper] = inkOf(placeMarks('bold', `n${first}\u030c`) ?? []);
    expect(upper!.bottom, first).toBeGreaterThan(lower!.top);
  }
  const both = inkOf(placeMarks('bold', 'm\u0323\u0302') ?? []);
  expect([both[1]!.top < 0, both[2]!.bottom > both[0]!.top]).toEqual([true, true]);
});

test('a Cyrillic letter gets the marks that its own file has no number for', () => {
  for (const mark of '\u0300\u0304\u030f\u0311') {
    const [letter, sign] = inkOf(shapeText('regular', `а${mark}`).pieces);
    expect(sign!.bottom).toBeGreaterThan(letter!.top);
    expect(Math.abs(sign!.left + sign!.right - letter!.left - letter!.right) / 2).toBeLessThan(60);
  }
});

test('a letter that no font has ready-made is put together', () => {
  for (const letter of 'ẖẋṂṘ') {
    expect(findFile('regular', letter), letter).toBeUndefined();
    const { pieces } = shapeText('regular', letter);
    const points = pieces
      .flatMap((piece) => ('run' in piece ? piece.run.glyphs : []))
      .flatMap((glyph) => glyph.codePoints);
    expect(String.fromCodePoint(...points)).toBe(letter.normalize('NFD'));
  }
});

test('a mark that is in no file is missing visibly', () => {
  expect(placeMarks('regular', 'm\u0328')).toBeUndefined();
  expect(placeMarks('mono', '1\u0302')).toBeUndefined();
});
