import type { SymbolMark, TextMark } from '../draw/drawing.ts';
import type { ShapedGlyph, ShapedRun } from '../draw/fonts.ts';

/** What pdfkit knows of a font that is embedded in a file: its glyphs are numbered in the order in which they are used. */
export interface EmbeddedFont {
  readonly id: string;
  readonly subset: { includeGlyph(id: number): number };
  readonly widths: (number | undefined)[];
  readonly unicode: (readonly number[] | undefined)[];
}

/** A number as PDF has it: no exponent, and no digit that no printer sees. */
function pdfNumber(value: number): string {
  return String(Math.round(value * 1e4) / 1e4);
}

/** All rectangles of a mark, filled in one go. The page's axis points down, as the drawing's does. */
export function pdfSymbol({ x, y, unit, rectangles }: SymbolMark): string {
  let text = `q ${unit.toFixed(9)} 0 0 ${unit.toFixed(9)} ${x.toFixed(5)} ${y.toFixed(5)} cm\n`;
  for (let at = 0; at < rectangles.length; at += 4)
    text += `${rectangles[at]} ${rectangles[at + 1]} ${rectangles[at + 2]} ${rectangles[at + 3]} re\n`;
  return `${text}f Q`;
}

/** A run of glyphs, the right way up on a page whose axis points down. */
export function pdfText({ x, baseline, size }: TextMark, font: EmbeddedFont, shown: string): string {
  return `/${font.id} ${pdfNumber(size)} Tf 1 0 0 -1 ${pdfNumber(x)} ${pdfNumber(baseline)} Tm ${shown}`;
}

/** The operators that show a run. The subset numbers its glyphs; their widths and letters are noted, so that text can be copied. */
export function pdfRun({ glyphs }: ShapedRun, font: EmbeddedFont): string {
  let shown = '';
  let open = '';
  for (const glyph of glyphs) {
    const hex = includeGlyph(glyph, font).toString(16).padStart(4, '0');
    const rise = glyph.dy === 0 ? '' : glyph.dy.toFixed(0);
    if (rise !== '' || glyph.dx !== 0) {
      // A mark that stands off its place: moved there, and back again.
      shown += `${open === '' ? '' : `<${open}>`}${pdfNumber(-glyph.dx)}<${hex}>${pdfNumber(glyph.dx)}`;
      open = '';
    } else open += hex;
    const kerning = glyph.width - glyph.advance;
    if (Math.abs(kerning) > 0.01) {
      shown += `<${open}>${pdfNumber(kerning)}`;
      open = '';
    }
  }
  if (open !== '') shown += `<${open}>`;
  return `[${shown.replaceAll('<>', '')}] TJ`;
}

function includeGlyph({ id, width, codePoints }: ShapedGlyph, font: EmbeddedFont): number {
  const number = font.subset.includeGlyph(id);
  font.widths[number] ??= width;
  font.unicode[number] ??= codePoints;
  return number;
}
