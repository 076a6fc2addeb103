import { create, type Glyph } from 'fontkit';
import { type Face, type FontFile, filesOf, findFile, hasAll } from './font-files.ts';
import { shapeRun } from './shape-run.ts';
import type { Piece, ShapedGlyph } from './shaped-text.ts';

/** Marks over a letter and under it, and what may stand in for them: marks that the files of letters place themselves. */
const kinds = [
  { side: 'over', signs: /^[\u0300-\u0304\u0306-\u030d\u030f\u0311\u0312]$/, standIns: '\u0304\u0301' },
  { side: 'under', signs: /^[\u0316\u0317\u0323\u0326\u0327\u0329\u032d\u0331]$/, standIns: '\u0323' },
] as const;

/** How the fonts call the form of a mark that stands over a capital. */
const overCapitals = '.case';

/** What stand-ins leave between two marks on the same side, more than is needed, in thousandths of the size. */
const slack = 50;

/** The double grave leans: its middle is not what stands over the letter's. In thousandths of the size. */
const aside: Readonly<Record<string, number>> = { '\u030f': -40 };

/** A mark, and what is laid out in its stead: mostly the mark itself. */
interface Mark {
  readonly sign: string;
  readonly standIn: string;
  readonly side: 'over' | 'under';
}

/**
 * A letter with marks that its own file has no number for. The fonts do hold many of them, as parts of ready-made letters:
 * the letter is laid out with other marks in their stead, and drawn with those that are meant, the middle of each where the
 * middle of the other was. So is a ready-made letter that no font has. Nothing where a mark is in no file, or nothing can
 * stand in for it.
 */
export function placeMarks(face: Face, cluster: string): Piece[] | undefined {
  const [letter = '', ...signs] = findFile(face, cluster.charAt(0)) ? cluster : cluster.normalize('NFD');
  const file = findFile(face, letter);
  if (!file || signs.length === 0) return undefined;
  const marks = signs.flatMap((sign) => markOf(file, sign));
  if (marks.length < signs.length) return undefined;
  const laid = shapeRun(file, letter + marks.map(({ standIn }) => standIn).join('')).run.glyphs;
  const [first, ...places] = laid;
  if (!first || places.length !== marks.length) return undefined;
  const pieces: Piece[] = [{ run: { file, glyphs: [first] }, width: first.advance }];
  // One that reaches much farther than its stand-in moves those beyond it.
  const moved = { over: 0, under: 0 };
  for (const [index, place] of places.entries()) {
    const { sign, side } = marks[index]!;
    const meant = replaceMark(face, file, place, sign);
    if (!meant) return undefined;
    const dy = meant.glyph.dy + moved[side];
    pieces.push({ run: { file: meant.file, glyphs: [{ ...meant.glyph, dy }] }, width: place.advance });
    moved[side] += meant.farther[side];
  }
  return pieces;
}

function markOf(file: FontFile, sign: string): Mark[] {
  const kind = kinds.find(({ signs }) => signs.test(sign));
  const standIn = kind && [sign, ...kind.standIns].find((each) => hasAll(file, each));
  return kind && standIn !== undefined ? [{ sign, standIn, side: kind.side }] : [];
}

/** The mark that is meant where another was laid out, and how much farther up and down it reaches. */
function replaceMark(face: Face, file: FontFile, place: ShapedGlyph, sign: string) {
  const { font } = file;
  const laid = font.getGlyph(place.id);
  const isOverCapital = nameOf(laid).endsWith(overCapitals);
  const name = nameOfMark(face, sign);
  const codePoints = [sign.codePointAt(0) ?? 0];
  const own = isOverCapital ? findGlyph(face, name + overCapitals, codePoints) : undefined;
  const found = own ?? findGlyph(face, name, codePoints);
  if (!found) return undefined;
  const [there, here] = [inThousandths(file, laid), inThousandths(found.file, found.glyph)];
  // A mark without a form for capitals stands as high over them as it does over small letters.
  const lift = isOverCapital && !own ? ((font.capHeight - font.xHeight) * 1000) / font.unitsPerEm : 0;
  const glyph: ShapedGlyph = {
    ...place,
    id: found.glyph.id,
    dx: place.dx + there.middle - here.middle + (aside[sign] ?? 0),
    dy: place.dy + lift,
    codePoints,
  };
  const farther = {
    over: Math.max(0, here.top + lift - there.top - slack),
    under: Math.min(0, here.bottom + lift - there.bottom + slack),
  };
  return { file: found.file, glyph, farther };
}

/** By its number where a file has one for it, otherwise after its number: so the fonts call them. */
function nameOfMark(face: Face, sign: string): string {
  const file = findFile(face, sign);
  const point = sign.codePointAt(0) ?? 0;
  if (file) return nameOf(file.font.glyphForCodePoint(point));
  return `uni${point.toString(16).toUpperCase().padStart(4, '0')}`;
}

function findGlyph(face: Face, name: string, codePoints: number[]) {
  for (const file of filesOf(face)) {
    const id = namesIn(file).get(name);
    if (id !== undefined) return { file, glyph: file.font.getGlyph(id, codePoints) };
  }
  return undefined;
}

const names = new WeakMap<FontFile, ReadonlyMap<string, number>>();

function namesIn(file: FontFile): ReadonlyMap<string, number> {
  let known = names.get(file);
  if (!known) {
    // A reader of its own: the first who asks a font for a glyph says for good which sign it is.
    const font = create(file.bytes);
    if (!('numGlyphs' in font)) throw new Error(`${file.key} is a collection of fonts, not one`);
    const all = Array.from({ length: font.numGlyphs }, (_, id) => [nameOf(font.getGlyph(id)), id] as const);
    known = new Map(all);
    names.set(file, known);
  }
  return known;
}

/** In each font that has names, which its types leave out. */
function nameOf(glyph: Glyph): string {
  return (glyph as Glyph & { name: string }).name;
}

function inThousandths({ font }: FontFile, { bbox }: Glyph) {
  const scale = 1000 / font.unitsPerEm;
  return {
    middle: ((bbox.minX + bbox.maxX) / 2) * scale,
    top: bbox.maxY * scale,
    bottom: bbox.minY * scale,
  };
}
