import type { Drawing, SymbolMark, TextMark } from '../draw/drawing.ts';

/**
 * A drawing as a picture for a screen: the same rectangles, and the glyphs' own outlines, so that it needs no font, no
 * style and nothing from elsewhere. The edges of the labels are shown.
 */
export function paintSvg({ width, height, symbols, texts, outlines }: Drawing): string {
  const glyphs = new Map<string, string>();
  const runs = texts.map((text) => runOf(text, glyphs));
  const edges = outlines.map(
    ({ x, y, width: wide, height: high, radius }) =>
      `<rect x="${short(x)}" y="${short(y)}" width="${short(wide)}" height="${short(high)}" rx="${short(radius)}"/>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${short(width)} ${short(height)}">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    `<g fill="none" stroke="#c9c5b8" stroke-width=".6">${edges.join('')}</g>`,
    `<defs>${[...glyphs.values()].join('')}</defs>`,
    ...symbols.map(markOf),
    ...runs,
    '</svg>',
  ].join('\n');
}

function short(value: number): string {
  return String(Math.round(value * 1e3) / 1e3);
}

function markOf({ x, y, unit, fill }: SymbolMark): string {
  let path = '';
  fill((left, top, wide, tall) => {
    path += `M${left} ${top}h${wide}v${tall}h-${wide}z`;
  });
  return `<path transform="translate(${short(x)} ${short(y)}) scale(${unit.toFixed(6)})" d="${path}"/>`;
}

function runOf({ x, baseline, size, run }: TextMark, glyphs: Map<string, string>): string {
  const { file } = run;
  const scale = size / file.font.unitsPerEm;
  const units = file.font.unitsPerEm / 1000;
  let at = 0;
  const uses = run.glyphs.map(({ id, advance, dx, dy }) => {
    const key = `${file.key}-${id}`;
    if (!glyphs.has(key)) glyphs.set(key, `<path id="${key}" d="${file.font.getGlyph(id).path.toSVG()}"/>`);
    const use = `<use href="#${key}" x="${short((at + dx) * units)}" y="${short(dy * units)}"/>`;
    at += advance;
    return use;
  });
  return `<g transform="translate(${short(x)} ${short(baseline)}) scale(${scale.toFixed(6)} -${scale.toFixed(6)})">${uses.join('')}</g>`;
}
