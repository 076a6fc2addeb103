import { type Face, type FontFile, findFile, getLatinFile } from './font-files.ts';
import { placeMarks } from './place-marks.ts';
import { isPlain, PlainShaper } from './plain-text.ts';
import { RecentMap } from './recent-map.ts';
import { shapeRun } from './shape-run.ts';
import type { Piece, ShapedText } from './shaped-text.ts';

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
  return shapePlain(face, text) ?? shaped[face].get(text, () => shape(face, tidy(text)));
}

const plainShapers = new Map<Face, PlainShaper>();

/** Texts that are others on each label, and have nothing in them that has to be looked after. */
function shapePlain(face: Face, text: string): ShapedText | undefined {
  if (!isPlain(text)) return undefined;
  let shaper = plainShapers.get(face);
  if (!shaper) {
    shaper = new PlainShaper(getLatinFile(face));
    plainShapers.set(face, shaper);
  }
  return shaper.shape(text);
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

/**
 * A letter with marks that its file does not have: placed by hand, or else each from its own file. Where no file has a mark,
 * the letter stays to be read, and the sign beside it says that something is missing.
 */
function shapeCluster(face: Face, cluster: string): Piece[] {
  const placed = placeMarks(face, cluster);
  if (placed) return placed;
  const files = [...cluster].map((sign) => ({ sign, file: findFile(face, sign) }));
  const known = files.flatMap(({ sign, file }) => (file ? [shapeRun(file, sign)] : []));
  if (known.length === files.length) return known;
  const isMarkedLetter = files.every(({ sign, file }, index) => (index === 0 ? file : isMark.test(sign)));
  return [...(isMarkedLetter ? known : []), { width: placeholder.width }];
}

const isMark = /^\p{M}$/u;

function joined(pieces: Piece[]): ShapedText {
  return { pieces, width: pieces.reduce((sum, { width }) => sum + width, 0) };
}

/** Between the steps of a path. */
export const stepSign = ' › ';

/**
 * Text cut to so many thousandths of its size, with a mark that it was cut: at its end, or a path at its front, where whole
 * steps are left out. Of a path whose last step alone is too long, that step is cut at its end.
 */
export function cutText(face: Face, text: string, width: number, cut: 'path' | 'end'): ShapedText {
  const whole = shapeText(face, text);
  if (whole.width <= width) return whole;
  return cut === 'path' ? cutPath(face, text, width) : cutEnd(face, text, width);
}

function cutPath(face: Face, text: string, width: number): ShapedText {
  const steps = text.split(stepSign);
  let shorter = text;
  for (let from = 1; from < steps.length; from += 1) {
    shorter = ['…', ...steps.slice(from)].join(stepSign);
    const shaped = shapeText(face, shorter);
    if (shaped.width <= width) return shaped;
  }
  return cutEnd(face, shorter, width);
}

function cutEnd(face: Face, text: string, width: number): ShapedText {
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
