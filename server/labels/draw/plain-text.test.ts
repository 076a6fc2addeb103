import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Face, getLatinFile } from './font-files.ts';
import { isPlain } from './plain-text.ts';
import { shapeText } from './shape-text.ts';

const faces: Face[] = ['regular', 'bold', 'mono'];
const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ/.#_-';

test.each(faces)('codes, numbers and references are shaped as the font itself shapes them: %s', (face) => {
  const { font } = getLatinFile(face);
  const scale = 1000 / font.unitsPerEm;
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...signs), minLength: 1, maxLength: 20 }), (text) => {
      expect(isPlain(text)).toBe(true);
      const { pieces, width } = shapeText(face, text);
      const [piece] = pieces;
      if (pieces.length !== 1 || !piece || !('run' in piece)) throw new Error('not one run');
      const { glyphs, positions, advanceWidth } = font.layout(text);
      expect(piece.run.glyphs.map(({ id, advance }) => ({ id, advance }))).toEqual(
        glyphs.map(({ id }, index) => ({ id, advance: (positions[index]?.xAdvance ?? 0) * scale })),
      );
      expect(positions.every(({ xOffset, yOffset }) => xOffset === 0 && yOffset === 0)).toBe(true);
      expect(width).toBeCloseTo(advanceWidth * scale, 6);
    }),
    { numRuns: 500 },
  );
});
