import type { Drawing, SymbolMark, TextMark } from '../draw/drawing.ts';
import type { FontFile } from '../draw/font-files.ts';
import type { ShapedGlyph } from '../draw/shaped-text.ts';
import { PageBytes } from './page-bytes.ts';

/** What pdfkit knows of a font that is embedded in a file: its glyphs are numbered in the order in which they are used. */
export interface EmbeddedFont {
  readonly id: string;
  readonly subset: { includeGlyph(id: number): number };
  readonly widths: (number | undefined)[];
  readonly unicode: (readonly number[] | undefined)[];
}

/** A font in a file, and how its glyphs are written there. */
interface UsedFont {
  font: EmbeddedFont;
  /** By a glyph's number in the font that it comes from. */
  written: (string | undefined)[];
}

/** Writes the operators of one page after another; `embed` makes a font known to the file and to its present page. */
export class PageWriter {
  readonly #bytes = new PageBytes();
  readonly #fonts = new Map<FontFile, UsedFont>();
  readonly #embed: (file: FontFile) => EmbeddedFont;

  constructor(embed: (file: FontFile) => EmbeddedFont) {
    this.#embed = embed;
  }

  write({ height, symbols, texts }: Drawing): Uint8Array {
    // The drawing counts from the upper edge, PDF from the lower.
    this.#bytes.text(`1 0 0 -1 0 ${height.toFixed(5)} cm\n`);
    for (const symbol of symbols) this.#writeSymbol(symbol);
    this.#writeTexts(texts);
    return this.#bytes.take();
  }

  /** All rectangles of a mark, filled in one go. */
  #writeSymbol(symbol: SymbolMark): void {
    const unit = symbol.unit.toFixed(9);
    this.#bytes.text(`q ${unit} 0 0 ${unit} ${symbol.x.toFixed(5)} ${symbol.y.toFixed(5)} cm\n`);
    symbol.fill(this.#writeRectangle);
    this.#bytes.text('f Q\n');
  }

  readonly #writeRectangle = (x: number, y: number, width: number, height: number): void => {
    const bytes = this.#bytes;
    bytes.whole(x);
    bytes.whole(y);
    bytes.whole(width);
    bytes.whole(height);
    bytes.text('re\n');
  };

  /** Runs of glyphs, the right way up on a page whose axis points down. */
  #writeTexts(texts: readonly TextMark[]): void {
    const bytes = this.#bytes;
    let file: FontFile | undefined;
    let size = 0;
    bytes.text('BT\n');
    for (const text of texts) {
      const used = this.#fontOf(text.run.file);
      if (text.run.file !== file || text.size !== size) {
        file = text.run.file;
        size = text.size;
        bytes.text(`/${used.font.id} `);
        bytes.number(size);
        bytes.text('Tf\n');
      }
      bytes.text('1 0 0 -1 ');
      bytes.number(text.x);
      bytes.number(text.baseline);
      bytes.text('Tm\n');
      this.#writeRun(text.run.glyphs, used, size);
    }
    bytes.text('ET\n');
  }

  /** The subset numbers its glyphs; their widths and letters are noted, so that text can be copied. */
  #writeRun(glyphs: readonly ShapedGlyph[], used: UsedFont, size: number): void {
    const bytes = this.#bytes;
    bytes.text('[<');
    for (const glyph of glyphs) {
      const written = used.written[glyph.id] ?? includeGlyph(glyph, used);
      if (glyph.dx === 0 && glyph.dy === 0) bytes.text(written);
      else this.#writeOff(glyph, written, size);
      const kerning = glyph.width - glyph.advance;
      if (Math.abs(kerning) > 0.01) this.#writeMove(kerning);
    }
    bytes.text('>] TJ\n');
  }

  /** A mark that stands off its place: moved there, and back again. */
  #writeOff({ dx, dy }: ShapedGlyph, written: string, size: number): void {
    const bytes = this.#bytes;
    const rise = (by: number) => {
      bytes.text('>] TJ\n');
      bytes.number((by * size) / 1000);
      bytes.text('Ts\n[<');
    };
    this.#writeMove(-dx);
    if (dy !== 0) rise(dy);
    bytes.text(written);
    if (dy !== 0) rise(0);
    this.#writeMove(dx);
  }

  /** To the left, in thousandths of the size. */
  #writeMove(by: number): void {
    this.#bytes.text('>');
    this.#bytes.number(by);
    this.#bytes.text('<');
  }

  #fontOf(file: FontFile): UsedFont {
    const font = this.#embed(file);
    let used = this.#fonts.get(file);
    if (!used) {
      used = { font, written: [] };
      this.#fonts.set(file, used);
    }
    return used;
  }
}

function includeGlyph({ id, width, codePoints }: ShapedGlyph, { font, written }: UsedFont): string {
  const number = font.subset.includeGlyph(id);
  font.widths[number] ??= width;
  font.unicode[number] ??= codePoints;
  const hex = number.toString(16).padStart(4, '0');
  written[id] = hex;
  return hex;
}
