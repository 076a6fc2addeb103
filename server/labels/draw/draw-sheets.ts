import { type SheetTemplate, slotBox, slotsOf } from '../../../shared/labels/templates.ts';
import type { LabelContent, LabelDesign } from './designs.ts';
import { drawLabel } from './draw-label.ts';
import { type Drawing, emptyDrawing, type Outline, pointsPerMm } from './drawing.ts';
import { type DotGrid, snap } from './grid.ts';

export interface Sheet {
  template: SheetTemplate;
  design: LabelDesign;
  grid: DotGrid;
  /** Below the digits at most; each label has room for as many. */
  lines: number;
}

/** Sheets of labels, one after another, the first from the slot `start` (from 1); labels come as they are read, some at a time. */
export async function* drawSheets(
  sheet: Sheet,
  start: number,
  labels: AsyncIterable<readonly LabelContent[]>,
): AsyncGenerator<Drawing> {
  const slots = slotsOf(sheet.template);
  let drawing: Drawing | undefined;
  let slot = start;
  for await (const some of labels) {
    for (const label of some) {
      drawing ??= emptySheet(sheet);
      drawOnSlot(drawing, sheet, slot, label);
      slot += 1;
      if (slot <= slots) continue;
      yield drawing;
      drawing = undefined;
      slot = 1;
    }
  }
  if (drawing) yield drawing;
}

/**
 * A page with the edges of its labels. Its size is whole dots, a few hundredths of a millimetre off, so that the grid is
 * the same counted from above and from below: renderers do either.
 */
export function emptySheet({ template, grid }: Pick<Sheet, 'template' | 'grid'>): Drawing {
  const { width, height } = template.page;
  const drawing = emptyDrawing(snap(grid, width * pointsPerMm), snap(grid, height * pointsPerMm));
  drawing.outlines.push(...boxesOf(template));
  return drawing;
}

export function drawOnSlot(
  drawing: Drawing,
  { template, design, grid, lines }: Sheet,
  slot: number,
  label: LabelContent,
): void {
  const box = boxesOf(template)[slot - 1];
  if (!box) throw new RangeError(`there is no label ${slot} on ${template.key}`);
  drawLabel(drawing, design, label, box, grid, lines);
}

const boxes = new WeakMap<SheetTemplate, Outline[]>();

/** The labels of a sheet, in points: the same for each page. */
function boxesOf(template: SheetTemplate): readonly Outline[] {
  let all = boxes.get(template);
  if (!all) {
    all = Array.from({ length: slotsOf(template) }, (_, index) => outlineOf(template, index + 1));
    boxes.set(template, all);
  }
  return all;
}

function outlineOf(template: SheetTemplate, slot: number): Outline {
  const { x, y, width, height } = slotBox(template, slot);
  return {
    x: x * pointsPerMm,
    y: y * pointsPerMm,
    width: width * pointsPerMm,
    height: height * pointsPerMm,
    radius: template.label.radius * pointsPerMm,
  };
}
