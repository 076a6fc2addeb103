import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { RecentMap } from './recent-map.ts';
import { unpackFont } from './unpack-font.ts';

/** What is printed in: one humanist family and its mono, from packages that ship with the product. */
export type Face = 'regular' | 'bold' | 'mono';

/** A file of a font: a face is cut into one for each script, as the web wants it. */
export interface FontFile {
  readonly key: string;
  readonly bytes: Buffer;
  readonly font: Font;
}

export interface ShapedGlyph {
  readonly id: number;
  /** Thousandths of the size: how wide it is, and how far to the next (kerning makes the difference). */
  readonly width: number;
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
  readonly codePoints: readonly number[];
}

export interface ShapedRun {
  readonly file: FontFile;
  readonly glyphs: readonly ShapedGlyph[];
}

/** Part of a text: what one file has glyphs for, or a sign that none has. Widths in thousandths of the size. */
export type Piece = { readonly run: ShapedRun; readonly width: number } | { readonly width: number };

/** A text that can be drawn: its pieces from left to right. */
export interface ShapedText {
  readonly pieces: readonly Piece[];
  readonly width: number;
}

const families: Record<Face, { family: string; weight: number; scripts: readonly string[] }> = {
  regular: {
    family: 'fira-sans',
    weight: 400,
    scripts: ['latin', 'latin-ext', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese'],
  },
  bold: {
    family: 'fira-sans',
    weight: 600,
    scripts: ['latin', 'latin-ext', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese'],
  },
  mono: { family: 'fira-mono', weight: 500, scripts: ['latin'] },
};

const require = createRequire(import.meta.url);
const loaded = new Map<string, FontFile>();

function loadFile(family: string, script: string, weight: number): FontFile {
  const key = `${family}-${script}-${weight}`;
  const present = loaded.get(key);
  if (present) return present;
  const bytes = unpackFont(readFileSync(require.resolve(`@fontsource/${family}/files/${key}-normal.woff`)));
  const font = create(bytes);
  if (!('layout' in font)) throw new Error(`${key} is a collection of fonts, not one`);
  const file: FontFile = { key, bytes, font };
  loaded.set(key, file);
  return file;
}

/** The first file of the face that has a glyph for each code point. */
function findFile(face: Face, cluster: string): FontFile | undefined {
  const { family, weight, scripts } = families[face];
  const points = [...cluster].map((character) => character.codePointAt(0) ?? 0);
  for (const script of scripts) {
    const file = loadFile(family, script, weight);
    if (points.every((point) => file.font.hasGlyphForCodePoint(point))) return file;
  }
  return undefined;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const shaped: Record<Face, RecentMap<ShapedText>> = {
  regular: new RecentMap(2_000),
  bold: new RecentMap(2_000),
  mono: new RecentMap(2_000),
};

/** How wide the sign is that stands for what the fonts lack: an empty box. */
export const placeholder = { width: 620, left: 60, height: 690, thickness: 60 } as const;

/**
 * Shapes one line of text in whatever scripts it has. What no font has (Arabic, Chinese, emoji) becomes a placeholder, one
 * for each sign that a reader would count; what is invisible is left out. Never throws, whatever the text.
 */
export function shapeText(face: Face, text: string): ShapedText {
  return shaped[face].get(text, () => shape(face, tidy(text)));
}

/** Composed where there is a composed form, blanks are blanks, and without signs that only steer other signs. */
function tidy(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Zs}\p{Zl}\p{Zp}\t\n\r]+/gu, ' ')
    .replace(/[\p{Cc}\p{Co}\p{Cn}]|(?!\u200d)\p{Cf}/gu, '')
    .trim();
}

/** Most texts are in one script: asked in one go. */
function shape(face: Face, text: string): ShapedText {
  if (text === '') return { pieces: [], width: 0 };
  const whole = findFile(face, text);
  if (whole) return joined([shapeRun(whole, text)]);
  const pieces: Piece[] = [];
  let open: { file: FontFile; text: string } | undefined;
  const close = () => {
    if (open) pieces.push(shapeRun(open.file, open.text));
    open = undefined;
  };
  for (const { segment } of segmenter.segment(text)) {
    const file = segment === ' ' && open ? open.file : findFile(face, segment);
    if (!file) {
      close();
      pieces.push(...shapeCluster(face, segment));
    } else if (open?.file === file) open.text += segment;
    else {
      close();
      open = { file, text: segment };
    }
  }
  close();
  return joined(pieces);
}

/** A letter with a mark from another file: each from its own; the marks stand back over the letter by themselves. */
function shapeCluster(face: Face, cluster: string): Piece[] {
  const files = [...cluster].map((sign) => ({ sign, file: findFile(face, sign) }));
  const known = files.flatMap(({ sign, file }) => (file ? [shapeRun(file, sign)] : []));
  return known.length === files.length ? known : [{ width: placeholder.width }];
}

function joined(pieces: Piece[]): ShapedText {
  return { pieces, width: pieces.reduce((sum, { width }) => sum + width, 0) };
}

function shapeRun(file: FontFile, text: string): Piece {
  const scale = 1000 / file.font.unitsPerEm;
  const { glyphs, positions } = file.font.layout(text);
  let width = 0;
  const all = glyphs.map((glyph, index): ShapedGlyph => {
    const position = positions[index];
    const advance = (position?.xAdvance ?? glyph.advanceWidth) * scale;
    width += advance;
    return {
      id: glyph.id,
      width: glyph.advanceWidth * scale,
      advance,
      dx: (position?.xOffset ?? 0) * scale,
      dy: (position?.yOffset ?? 0) * scale,
      codePoints: glyph.codePoints,
    };
  });
  return { run: { file, glyphs: all }, width };
}

/** Text cut to so many thousandths of its size, with a mark that it was cut. */
export function cutText(face: Face, text: string, width: number): ShapedText {
  const whole = shapeText(face, text);
  if (whole.width <= width) return whole;
  const signs = [...segmenter.segment(tidy(text))].map(({ segment }) => segment);
  const shortened = (count: number) => shapeText(face, `${signs.slice(0, count).join('').trimEnd()}…`);
  let [low, high] = [0, signs.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (shortened(middle).width <= width) low = middle;
    else high = middle - 1;
  }
  return shortened(low);
}
