import { expect, test } from 'vitest';
import { makeCode } from '../../shared/codes/code.ts';
import { printerDpis, templateKeys } from '../../shared/labels/templates.ts';
import { type Drawing, pointsPerMm } from './draw/drawing.ts';
import { drawTestPage } from './test-page.ts';

const languages = ['en', 'nl'] as const;
const pages = templateKeys.flatMap((template) => languages.map((language) => ({ template, language })));

const draw = (
  language: (typeof languages)[number],
  template: (typeof templateKeys)[number],
  dpi = printerDpis[1],
) => drawTestPage(language, { template, dpi }, makeCode(9_000_000_001));

interface Ink {
  what: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Texts in millimetres, by what they say. */
function textsOf({ texts }: Drawing): (Ink & { size: number })[] {
  return texts.map(({ x, baseline, size, run }) => {
    const wide = run.glyphs.reduce((sum, { advance }) => sum + (advance * size) / 1000, 0);
    const what = String.fromCodePoint(...run.glyphs.flatMap(({ codePoints }) => codePoints));
    const [left, right] = [x / pointsPerMm, (x + wide) / pointsPerMm];
    return {
      what,
      size,
      left,
      right,
      top: (baseline - size * 0.689) / pointsPerMm,
      bottom: baseline / pointsPerMm,
    };
  });
}

/** Each symbol, ruler and set of corners as its rectangles, in millimetres. */
function marksOf({ symbols }: Drawing): Ink[][] {
  return symbols.map(({ x, y, unit, fill }, index) => {
    const rectangles: Ink[] = [];
    fill((left, top, width, height) => {
      const [x1, y1] = [(x + left * unit) / pointsPerMm, (y + top * unit) / pointsPerMm];
      const [wide, tall] = [(width * unit) / pointsPerMm, (height * unit) / pointsPerMm];
      rectangles.push({ what: `mark ${index}`, left: x1, top: y1, right: x1 + wide, bottom: y1 + tall });
    });
    return rectangles;
  });
}

const touches = (a: Ink, b: Ink, air = 0.3) =>
  a.left < b.right + air && b.left < a.right + air && a.top < b.bottom + air && b.top < a.bottom + air;

test.each(pages)(
  'nothing on the test page is struck through: $template, $language',
  ({ template, language }) => {
    const page = draw(language, template);
    const [texts, marks] = [textsOf(page), marksOf(page)];
    const rulers = marks.slice(-2);
    for (const text of texts)
      for (const mark of marks.flat()) expect(touches(text, mark), `${text.what}, ${mark.what}`).toBe(false);
    for (const ruler of rulers)
      for (const other of marks.filter((each) => each !== ruler).flat())
        expect(
          ruler.some((line) => touches(line, other)),
          other.what,
        ).toBe(false);
  },
);

test.each(pages)('its advice is whole and large enough: $template, $language', ({ template, language }) => {
  const advice = textsOf(draw(language, template)).filter(
    ({ what, left }) => left > 106 && /\p{L}{3}/u.test(what),
  );
  expect(advice).toHaveLength(5);
  for (const { what, size } of advice) {
    expect(what).not.toContain('…');
    expect(size, what).toBeGreaterThanOrEqual(9);
  }
});

test('each number stands with its middle at its line, on scales of 150 mm', () => {
  const page = draw('en', 'a4-2x7');
  const [across, down] = marksOf(page).slice(-2);
  const long = (ruler: Ink[] = [], from: 'left' | 'top', to: 'right' | 'bottom') =>
    Math.max(...ruler.map((line) => line[to])) - Math.min(...ruler.map((line) => line[from]));
  expect(long(across, 'left', 'right')).toBeCloseTo(150);
  expect(long(down, 'top', 'bottom')).toBeCloseTo(150);
  const numbers = textsOf(page).filter(({ what, size }) => /^\d+$/.test(what) && size < 8);
  expect(numbers).toHaveLength(2 * 16);
  for (const [index, { what, left, right, top, bottom }] of numbers.entries()) {
    const middle = index < 16 ? (left + right) / 2 - 30 : (top + bottom) / 2 - 120;
    expect(middle).toBeCloseTo(Number(what), 1);
  }
});
