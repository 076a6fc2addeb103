import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { unpackFont } from './unpack-font.ts';

/** What is printed in: one humanist family and its mono, from packages that ship with the product. */
export type Face = 'regular' | 'bold' | 'mono';

/** A file of a font: a face is cut into one for each script, as the web wants it. */
export interface FontFile {
  readonly key: string;
  readonly bytes: Buffer;
  readonly font: Font;
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
export function findFile(face: Face, cluster: string): FontFile | undefined {
  for (const file of filesOf(face)) if (hasAll(file, cluster)) return file;
  return undefined;
}

/** Each is read when it is asked for. */
export function* filesOf(face: Face): Generator<FontFile> {
  const { family, weight, scripts } = families[face];
  for (const script of scripts) yield loadFile(family, script, weight);
}

export function hasAll({ font }: FontFile, signs: string): boolean {
  return [...signs].every((sign) => font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0));
}

/** The file that has digits and capitals. */
export function getLatinFile(face: Face): FontFile {
  const { family, weight } = families[face];
  return loadFile(family, 'latin', weight);
}
