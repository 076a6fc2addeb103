import type { FontFile } from './font-files.ts';
import type { ShapedGlyph, ShapedRun } from './shaped-text.ts';

/** Text of which one file has all signs, as that file sets it: kerned, its marks in place. Widths in thousandths of the size. */
export function shapeRun(file: FontFile, text: string): { run: ShapedRun; width: number } {
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
