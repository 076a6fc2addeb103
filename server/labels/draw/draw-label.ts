import { barsModules } from './bars-code.ts';
import type { LabelContent, LabelDesign } from './designs.ts';
import { drawText, fitText } from './draw-text.ts';
import { type Box, type Drawing, pointsPerMm } from './drawing.ts';
import { type DotGrid, dotsOf, snap } from './grid.ts';
import { qrModules } from './qr-code.ts';
import { barsQuiet, drawBars, drawQr, qrQuiet } from './symbols.ts';

/** Leading: points from one line to the next, of a point of its size. */
const leading = 1.2;
/** Where the letters stand within their line, from its top. */
const standsAt = 0.92;
/** Between bars and the text over and under them, in points. */
const gap = 1.5;

type Measures = ReturnType<typeof computeMeasures>;

const measured = new WeakMap<LabelDesign, Map<string, Measures>>();

/** What a label of a design takes on this printer, in points: both symbols with their quiet zones, and all lines. */
function measureLabel(design: LabelDesign, grid: DotGrid, lines: number): Measures {
  const known = measured.get(design) ?? new Map<string, Measures>();
  measured.set(design, known);
  const key = `${grid.dpi} ${lines}`;
  const measures = known.get(key) ?? computeMeasures(design, grid, lines);
  known.set(key, measures);
  return measures;
}

function computeMeasures(design: LabelDesign, grid: DotGrid, lines: number) {
  const qrModule = dotsOf(grid, design.qrModule);
  const barModule = dotsOf(grid, design.barModule);
  const edge = design.edge * pointsPerMm;
  const quiet = qrQuiet * qrModule * grid.dot;
  const qr = qrModules * qrModule * grid.dot;
  const bars = barsModules * barModule * grid.dot;
  const barsSide = barsQuiet * barModule * grid.dot;
  const barHeight = dotsOf(grid, design.barHeight);
  const under = gap + (design.digits.size + lines * design.line.size) * leading;
  const over = design.detail.size * leading + gap;
  const below = barHeight * grid.dot + under;
  return {
    qrModule,
    barModule,
    barHeight,
    edge,
    air: design.air * pointsPerMm,
    quiet,
    qr,
    bars,
    barsSide,
    over,
    below,
    width: 2 * edge + qr + 2 * quiet + bars + 2 * barsSide,
    height: 2 * edge + Math.max(qr + 2 * quiet, over + below + design.title.least * leading),
  };
}

/** The smallest label on which a design can be printed, in millimetres, rounded up to a tenth. */
export function smallestLabel(design: LabelDesign, grid: DotGrid, lines: number) {
  const { width, height } = measureLabel(design, grid, lines);
  const up = (points: number) => Math.ceil((points / pointsPerMm) * 10 - 1e-6) / 10;
  return { width: up(width), height: up(height) };
}

/**
 * Draws one label into its box, with room for so many lines below the digits, also where it has fewer of them. Throws a
 * RangeError where it does not fit: ask `smallestLabel` first.
 */
export function drawLabel(
  drawing: Drawing,
  design: LabelDesign,
  content: LabelContent,
  box: Box,
  grid: DotGrid,
  lines = content.lines.length,
): void {
  const size = measureLabel(design, grid, lines);
  if (box.width < size.width - 0.01 || box.height < size.height - 0.01)
    throw new RangeError('the label is too small for its design: ask smallestLabel first');
  // What is over is shared out: left of the QR code, between the symbols, right of the bars.
  const spare = (box.width - size.width) / 3;
  const qrX = snap(grid, box.x + size.edge + spare + size.quiet);
  const qrY = snap(grid, box.y + (box.height - size.qr) / 2);
  drawing.symbols.push(drawQr(content.code, { grid, x: qrX, y: qrY, module: size.qrModule }));
  const x = snap(grid, qrX + size.qr + size.quiet + spare + size.barsSide);
  const column = { x, width: size.bars };
  // Over and under the bars a text may run on to the edge, before it is made smaller or cut.
  const wide = { x, width: box.x + box.width - size.edge - x };
  const { title, over, above } = layOutTexts(design, content, wide.width, box.height, size);
  const barsY = snap(grid, box.y + (box.height - above - size.below) / 2 + above);
  let y = barsY - above + (above - title.height - over) / 2;
  drawText(drawing, content.title, { ...wide, baseline: y + title.stands }, title.style);
  y += title.height;
  const baseline = y + design.detail.size * standsAt;
  if (content.number === '') drawText(drawing, content.detail, { ...wide, baseline }, design.detail);
  else drawDetail(drawing, design, content, { ...column, baseline });
  drawing.symbols.push(drawBars(content.code, { grid, x, y: barsY, module: size.barModule }, size.barHeight));
  y = barsY + size.barHeight * grid.dot + gap;
  drawDigits(drawing, design, content.code, { ...column, baseline: y + design.digits.size * 0.8 });
  y += design.digits.size * leading;
  for (const line of content.lines.filter((text) => text !== '')) {
    drawText(drawing, line, { ...wide, baseline: y + design.line.size * standsAt }, design.line);
    y += design.line.size * leading;
  }
}

/**
 * How the height is shared out: the title's size, what stands between it and the bars, and all the room over them, in
 * points. That room is the same on each label of a sheet, so that the bars of a row stand in line.
 */
function layOutTexts(
  design: LabelDesign,
  content: LabelContent,
  width: number,
  height: number,
  size: Measures,
) {
  const { grows = false, ...style } = design.title;
  const hasDetail = !grows || content.detail !== '' || content.number !== '';
  const over = hasDetail ? size.over : gap;
  const above = Math.min(height - 2 * size.edge - size.below, style.size * leading + size.over + size.air);
  const room = above - over;
  const wanted = (grows ? style.least : style.size) * leading;
  const air = Math.min(size.air, Math.max(0, room - wanted));
  const highest = Math.max(style.least, Math.min(style.size, (room - air) / leading));
  const fitting = { ...style, size: highest };
  const used = grows ? fitText(content.title, width, fitting).size : highest;
  return {
    title: { style: fitting, height: used * leading, stands: used * standsAt },
    over: over + air,
    above,
  };
}

function drawDetail(
  drawing: Drawing,
  { detail }: LabelDesign,
  content: LabelContent,
  place: { x: number; width: number; baseline: number },
): void {
  const taken = drawText(drawing, content.number, place, detail, 'right');
  drawText(drawing, content.detail, { ...place, width: place.width - taken - detail.size }, detail);
}

/** All groups are as wide: the digits of a mono have one width. */
const anyGroup = '0000';

/** In fours, spread over the width of the bars. */
function drawDigits(
  drawing: Drawing,
  { digits }: LabelDesign,
  code: string,
  { x, width, baseline }: { x: number; width: number; baseline: number },
): void {
  const group = fitText(anyGroup, width / 3, digits);
  const wide = (group.shaped.width * group.size) / 1000;
  const step = (width - wide) / 2;
  for (let index = 0; index < 3; index += 1) {
    const text = code.slice(index * 4, index * 4 + 4);
    drawText(drawing, text, { x: x + index * step, baseline, width: wide + 1 }, digits);
  }
}
