import type { Writable } from 'node:stream';
import type { PrinterDpi, SheetTemplate } from '../../shared/labels/templates.ts';
import type { Context } from '../platform/context.ts';
import type { Origin } from '../platform/http/actor.ts';
import type { LabelContent, LabelDesign } from './draw/designs.ts';
import { smallestLabel } from './draw/draw-label.ts';
import { drawSheets } from './draw/draw-sheets.ts';
import type { Drawing } from './draw/drawing.ts';
import { dotGrid } from './draw/grid.ts';
import { refuseStart, refuseTooSmall } from './labels.rules.ts';
import { paintPdf } from './paint/paint-pdf.ts';
import { paintSvg } from './paint/paint-svg.ts';

/** What is to be printed: known to fit, and in order. */
export interface Printing {
  pages: AsyncIterable<Drawing>;
  /** In the file's properties; without names of people. */
  title: string;
  fileName: string;
}

interface Sheets {
  template: SheetTemplate;
  design: LabelDesign;
  dpi: PrinterDpi;
  start: number;
  labels: AsyncIterable<readonly LabelContent[]>;
  /** Lines below the digits at most. */
  lines: number;
}

/** Pages of labels. Throws a field error where the start is not on the sheet or the design does not fit its labels. */
export function layOutSheets({
  template,
  design,
  dpi,
  start,
  labels,
  lines,
}: Sheets): AsyncIterable<Drawing> {
  const grid = dotGrid(dpi);
  refuseStart(template, start);
  refuseTooSmall(template, smallestLabel(design, grid, lines));
  return drawSheets({ template, design, grid, lines }, start, labels);
}

/** As a PDF, while it is drawn. What is wrong with it is thrown before the file begins: the first page is drawn then. */
export async function savePdf(
  { clock }: Context,
  { language }: Origin,
  { pages, title, fileName }: Printing,
  begin: (name: string) => Writable,
): Promise<void> {
  const ahead = await drawAhead(pages);
  await paintPdf(ahead, begin(fileName), { title, language, madeAt: clock.now() });
}

/** The first page as a picture. */
export async function savePreview({ pages, fileName }: Printing, begin: (name: string) => Writable) {
  for await (const first of pages) {
    begin(fileName.replace(/\.pdf$/, '.svg')).end(paintSvg(first));
    return;
  }
}

async function drawAhead(pages: AsyncIterable<Drawing>): Promise<AsyncIterable<Drawing>> {
  const iterator = pages[Symbol.asyncIterator]();
  let first: IteratorResult<Drawing> | undefined = await iterator.next();
  return {
    [Symbol.asyncIterator]: () => ({
      async next() {
        const given = first ?? (await iterator.next());
        first = undefined;
        return given;
      },
      async return(value) {
        await iterator.return?.();
        return { done: true, value };
      },
    }),
  };
}
