import type { FontFile } from './font-files.ts';
import type { ShapedGlyph, ShapedText } from './shaped-text.ts';

/** Digits, capitals and what stands between them: codes, run numbers, most references. No two of them join to one glyph. */
const plain = /^[0-9A-Z/.#_-]+$/;

export function isPlain(text: string): boolean {
  return plain.test(text);
}

const signs = 128;

/** Shapes plain texts by what the font says of each pair of their signs, which takes a thirtieth of shaping them anew. */
export class PlainShaper {
  readonly #file: FontFile;
  /** By a sign and the one after it: at most as many as there are pairs. */
  readonly #glyphs = new Map<number, ShapedGlyph>();

  constructor(file: FontFile) {
    this.#file = file;
  }

  shape(text: string): ShapedText {
    const glyphs = new Array<ShapedGlyph>(text.length);
    let width = 0;
    for (let at = 0; at < text.length; at += 1) {
      const glyph = this.#glyphAt(text, at);
      glyphs[at] = glyph;
      width += glyph.advance;
    }
    return { pieces: [{ run: { file: this.#file, glyphs }, width }], width };
  }

  #glyphAt(text: string, at: number): ShapedGlyph {
    const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
    const key = text.charCodeAt(at) * signs + next;
    let glyph = this.#glyphs.get(key);
    if (!glyph) {
      glyph = this.#shapeFirst(text.slice(at, at + 2));
      this.#glyphs.set(key, glyph);
    }
    return glyph;
  }

  /** The first glyph of a pair: how far it is to the next depends on both. */
  #shapeFirst(pair: string): ShapedGlyph {
    const { font } = this.#file;
    const { glyphs, positions } = font.layout(pair);
    const [glyph, position] = [glyphs[0], positions[0]];
    if (!glyph || !position) throw new Error('a font has shaped a sign to nothing');
    const scale = 1000 / font.unitsPerEm;
    const [width, advance] = [glyph.advanceWidth * scale, position.xAdvance * scale];
    return { id: glyph.id, width, advance, dx: 0, dy: 0, codePoints: glyph.codePoints };
  }
}
