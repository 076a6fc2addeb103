import { expect, test } from 'vitest';
import { getTemplate, printerDpis, slotBox, templates } from '../../../shared/labels/templates.ts';
import { commandDesign, type LabelContent, type LabelDesign, paperDesign, placeDesign } from './designs.ts';
import { drawLabel, smallestLabel } from './draw-label.ts';
import { emptyDrawing, pointsPerMm, type SymbolMark, type TextMark } from './drawing.ts';
import { dotGrid } from './grid.ts';

const designs = { paperDesign, placeDesign, commandDesign };
const long = 'Wijzigingsvoorstellen '.repeat(9);
const contents: Record<string, LabelContent> = {
  usual: content('Meter exchange 2027', 'Coupon', '17/500', ['MW-0049998', 'Johanna van Ravestein']),
  long: content(long, long, '50000/1000000', [long, long]),
  empty: content('', '', '', ['', '']),
  foreign: content('שלום עולם', '漢字', '١٢', ['👨‍👩‍👧‍👦 "quoted" <b>', '\u202egnirts\u0000\ud800']),
  one: content('Box 214', '', '', []),
};

function content(title: string, detail: string, number: string, lines: string[]): LabelContent {
  return { code: '207696817586', title, detail, number, lines };
}

const widthOf = ({ size, run }: TextMark) =>
  run.glyphs.reduce((sum, { advance }) => sum + (advance * size) / 1000, 0);

function extent({ x, y, unit, fill }: SymbolMark) {
  let [right, bottom] = [0, 0];
  fill((left, top, width, height) => {
    right = Math.max(right, left + width);
    bottom = Math.max(bottom, top + height);
  });
  return { left: x, top: y, right: x + right * unit, bottom: y + bottom * unit };
}

const cases = printerDpis.flatMap((dpi) =>
  templates.flatMap(({ key }) =>
    Object.keys(designs).flatMap((design) =>
      Object.keys(contents).map((what) => ({ dpi, key, design, what })),
    ),
  ),
);

test.each(cases)(
  'nothing leaves the label or comes into a quiet zone: $design, $what, $key, $dpi dpi',
  ({ dpi, key, design: named, what }) => {
    const drawing = emptyDrawing(600, 850);
    const grid = dotGrid(dpi);
    const box = slotBox(getTemplate(key), 1);
    const [x, y] = [box.x * pointsPerMm, box.y * pointsPerMm];
    const [width, height, edge] = [box.width, box.height, 1.5].map((mm) => mm * pointsPerMm) as Lengths;
    const design = designs[named as keyof typeof designs];
    const { lines, ...rest } = contents[what]!;
    // Papers have two lines below the digits, the others one at most.
    const most = design === paperDesign ? 2 : 1;
    drawLabel(drawing, design, { ...rest, lines: lines.slice(0, most) }, { x, y, width, height }, grid);
    const inDots = (symbol: SymbolMark) => Math.abs(symbol.unit - grid.dot / 4) < 1e-9;
    const [qr, bars] = drawing.symbols.filter(inDots);
    if (!qr || !bars) throw new Error('a symbol is missing');
    for (const symbol of [qr, bars]) {
      expect(Math.abs(symbol.x / grid.dot - Math.round(symbol.x / grid.dot))).toBeLessThan(1e-6);
      expect(Math.abs(symbol.y / grid.dot - Math.round(symbol.y / grid.dot))).toBeLessThan(1e-6);
    }
    const module = (extent(qr).right - extent(qr).left) / 21;
    const bar = (extent(bars).right - extent(bars).left) / 101;
    const quietQr = grow(extent(qr), module * 3.9, module * 3.9);
    const quietBars = grow(extent(bars), bar * 9.9, 0);
    const marks = [
      ...drawing.texts.map((text) => ({
        left: text.x,
        right: text.x + widthOf(text),
        top: text.baseline - text.size * 0.72,
        bottom: text.baseline + text.size * 0.05,
      })),
      ...drawing.symbols.filter((symbol) => !inDots(symbol)).map(extent),
    ];
    for (const mark of marks) {
      expect(overlaps(mark, quietQr) || overlaps(mark, quietBars)).toBe(false);
      expect(mark.left >= x + edge && mark.right <= x + width - edge + 0.01).toBe(true);
      expect(mark.top >= y && mark.bottom <= y + height).toBe(true);
    }
    expect(quietQr.left >= x && quietBars.right <= x + width && quietQr.right <= quietBars.left).toBe(true);
  },
);

type Lengths = [number, number, number];
type Extent = ReturnType<typeof extent>;

function grow({ left, top, right, bottom }: Extent, across: number, along: number): Extent {
  return { left: left - across, right: right + across, top: top - along, bottom: bottom + along };
}

function overlaps(a: Extent, b: Extent): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

test('a text that is too long ends with a sign that it was cut, and what no font has is an empty box', () => {
  const draw = (text: LabelContent) => {
    const drawing = emptyDrawing(600, 850);
    drawLabel(drawing, paperDesign, text, { x: 0, y: 0, width: 281, height: 108 }, dotGrid(300));
    return drawing;
  };
  const ends = draw(contents['long']!).texts.map(({ run }) => run.glyphs.at(-1)?.codePoints[0]);
  expect(ends.filter((point) => point === 0x2026)).toHaveLength(4);
  // Two symbols, and a box for each of the nine Hebrew and Chinese letters, two Arabic digits, the family of four and half a sign.
  expect(draw(contents['foreign']!).symbols).toHaveLength(2 + 8 + 2 + 2 + 1 + 1);
});

test('a letter whose mark no font has stays to be read, with the sign for what is missing beside it', () => {
  const drawing = emptyDrawing(600, 850);
  const marked = content('Rm\u0328x', '', '', []);
  drawLabel(drawing, paperDesign, marked, { x: 0, y: 0, width: 281, height: 108 }, dotGrid(300));
  const title = drawing.texts.flatMap(({ run }) => run.glyphs.map(({ codePoints }) => codePoints));
  expect(String.fromCodePoint(...title.flat()).slice(0, 3)).toBe('Rmx');
  expect(drawing.symbols).toHaveLength(2 + 1);
});

test.each([
  [203, 8, 4],
  [300, 12, 6],
  [600, 23, 12],
] as const)(
  'at %i dpi a module of the QR code is %i dots, one of the bars %i, so that neither is too small',
  (dpi, qrDots, barDots) => {
    for (const design of Object.values(designs)) {
      const drawing = emptyDrawing(600, 850);
      drawLabel(drawing, design, contents['one']!, { x: 0, y: 0, width: 281, height: 108 }, dotGrid(dpi));
      const [qr, bars] = drawing.symbols.map(extent).map(({ left, right }) => ((right - left) * dpi) / 72);
      // Each is a quarter of a dot short of its last line.
      expect([qr, bars].map((dots) => dots! + 0.25)).toEqual([
        expect.closeTo(21 * qrDots),
        expect.closeTo(101 * barDots),
      ]);
      expect((21 * qrDots * 25.4) / dpi).toBeGreaterThanOrEqual(20);
      expect((101 * barDots * 25.4) / dpi).toBeGreaterThanOrEqual(50.5);
    }
  },
);

/** A label of the usual sheet: where its bars begin, and its texts. Lengths in millimetres from the label's upper left corner. */
function usualLabel(design: LabelDesign, text: Partial<LabelContent>, lines: number) {
  const drawing = emptyDrawing(600, 850);
  const box = { x: 0, y: 0, width: 99.1 * pointsPerMm, height: 38.1 * pointsPerMm };
  drawLabel(drawing, design, { ...content('', '', '', []), ...text }, box, dotGrid(300), lines);
  const texts = drawing.texts.map((mark) => ({
    words: String.fromCodePoint(...mark.run.glyphs.flatMap(({ codePoints }) => codePoints)),
    size: mark.size,
    baseline: mark.baseline / pointsPerMm,
    right: (mark.x + widthOf(mark)) / pointsPerMm,
  }));
  return { bars: drawing.symbols[1]!.y / pointsPerMm, texts };
}

test('the bars of a row stand in line, however long a title or a path is and however many lines a label has', () => {
  const tops = (design: LabelDesign, lines: number) =>
    [
      { title: 'Undeliverable', lines: ['Coupon'] },
      { title: long },
      { title: '', detail: 'Onbestelbaar' },
    ].map((text) => usualLabel(design, text, lines).bars);
  expect(new Set(tops(commandDesign, 1)).size).toBe(1);
  expect(new Set(tops(paperDesign, 2)).size).toBe(1);
  expect(new Set(tops(placeDesign, 0)).size).toBe(1);
});

test('between text and bars there are 2.5 mm, also under large titles; with a name below them as much as is left', () => {
  const air = (design: LabelDesign, text: Partial<LabelContent>, lines = 0) => {
    const { bars, texts } = usualLabel(design, text, lines);
    return bars - Math.max(...texts.map(({ baseline }) => baseline).filter((baseline) => baseline < bars));
  };
  const usual = { title: 'Meter exchange', detail: 'Coupon', number: '17/500' };
  expect(air(paperDesign, { ...usual, lines: ['MW-0049998'] }, 1)).toBeGreaterThan(2.4);
  expect(air(paperDesign, { ...usual, lines: ['MW-0049998', 'Johanna'] }, 2)).toBeGreaterThan(1.6);
  expect(air(commandDesign, usual, 1)).toBeGreaterThan(2.4);
  expect(air(placeDesign, { title: 'Shelf A', detail: 'Rotterdam' })).toBeGreaterThan(2.4);
});

test('a title runs on to the edge before it is made smaller, and one without a path is larger', () => {
  const long = usualLabel(commandDesign, { title: 'Undeliverable: address incomplete' }, 0).texts[0];
  expect(long?.size).toBeGreaterThan(10);
  expect(long?.right).toBeGreaterThan(95);
  expect(long?.right).toBeLessThanOrEqual(97.6);
  const size = (detail: string) => usualLabel(placeDesign, { title: 'Box 1', detail }, 0).texts[0]?.size;
  expect(size('Rotterdam')).toBeGreaterThan(25);
  expect(size('')).toBeGreaterThan(34);
});

test('a path that is too long is cut between two steps, visibly: what stands nearest is kept whole', () => {
  const cut = (path: string) => usualLabel(placeDesign, { title: 'Shelf A', detail: path }, 0).texts[1];
  const words = (path: string) => cut(path)?.words;
  expect(words('Rotterdam › Archive › Rack 1')).toBe('Rotterdam › Archive › Rack 1');
  const far = `${'Archive of Rotterdam › '.repeat(6)}Room 0.14 › Rack 12`;
  expect(words(far)).toMatch(/^… › (Archive of Rotterdam › )+Room 0\.14 › Rack 12$/);
  // One step alone does not fit: as much of its beginning as does.
  const nearest = cut(`Rotterdam › ${'Oudewaalsegemaal'.repeat(6)}`);
  expect(nearest?.words).toMatch(/^… › Oudewaalsegemaal.+…$/);
  expect(nearest?.right).toBeLessThanOrEqual(97.6);
});

test('a name that had to become small stands in the middle of the room that a large one would fill', () => {
  const baselineOf = (title: string) => usualLabel(placeDesign, { title, detail: 'Rotterdam' }, 0).texts[0]!;
  const [short, small] = [baselineOf('Box 1'), baselineOf('Wijzigingsvoorstellen van de leveranciers')];
  expect(small.size).toBeLessThan(short.size);
  expect(small.baseline).toBeLessThan(short.baseline);
  expect(small.baseline - small.size / pointsPerMm).toBeGreaterThan(
    short.baseline - short.size / pointsPerMm,
  );
});

test('the smallest label is named, and a tenth less is refused', () => {
  for (const dpi of printerDpis) {
    const grid = dotGrid(dpi);
    const { width, height } = smallestLabel(paperDesign, grid, 2);
    const draw = (less: number) =>
      drawLabel(
        emptyDrawing(600, 850),
        paperDesign,
        contents['usual']!,
        { x: 0, y: 0, width: (width - less) * pointsPerMm, height: height * pointsPerMm },
        grid,
      );
    expect(() => draw(0)).not.toThrow();
    expect(() => draw(0.2)).toThrow(RangeError);
    expect(width).toBeLessThan(99.1);
    expect(height).toBeLessThan(38.1);
  }
});
