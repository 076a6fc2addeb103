import type { Code } from '../../shared/codes/code.ts';
import type { QueryOf } from '../../shared/contracts/endpoint.ts';
import type { Language } from '../../shared/contracts/fields.ts';
import type { labels } from '../../shared/contracts/labels.ts';
import { getTemplate } from '../../shared/labels/templates.ts';
import type { Context } from '../platform/context.ts';
import { getCommands } from '../processes/processes.service.ts';
import { commandDesign } from './draw/designs.ts';
import { drawCorners, drawRuler } from './draw/draw-ruler.ts';
import { drawOnSlot, emptySheet } from './draw/draw-sheets.ts';
import { drawText } from './draw/draw-text.ts';
import { type Drawing, pointsPerMm } from './draw/drawing.ts';
import { dotGrid } from './draw/grid.ts';
import type { Printing } from './print-labels.ts';
import { commandWords, testPageWords } from './words.ts';

type TestPageAsked = QueryOf<typeof labels.testPage>;

/** The corners of a sheet's labels, two scales, and the command CLEAR, which does no harm when it is scanned. */
export async function planTestPage(
  context: Context,
  language: Language,
  asked: TestPageAsked,
): Promise<Printing> {
  const { station } = await getCommands(context.db);
  const [clear] = [...station].find(([, name]) => name === 'CLEAR') ?? [];
  async function* one() {
    yield drawTestPage(language, asked, clear);
  }
  return { pages: one(), title: testPageWords.title.en, fileName: 'test-page.pdf' };
}

export function drawTestPage(
  language: Language,
  { template: key, dpi }: TestPageAsked,
  clear: Code | undefined,
): Drawing {
  const template = getTemplate(key);
  const sheet = { template, design: commandDesign, grid: dotGrid(dpi), lines: 0 };
  const page = emptySheet(sheet);
  for (const box of page.outlines) page.symbols.push(drawCorners(box));
  const words = commandWords['CLEAR'];
  if (clear && words)
    drawOnSlot(page, sheet, 1, {
      ...{ code: clear, title: words.en, detail: words.nl, number: 'CLEAR' },
      lines: [],
    });
  // Where no label of any sheet has a corner.
  drawRuler(page, { x: at(30), y: at(100), length: 150, direction: 'across' });
  drawRuler(page, { x: at(12), y: at(120), length: 150, direction: 'down' });
  drawAdvice(page, language, `${template.label.width} × ${template.label.height} mm · ${dpi} dpi`);
  return page;
}

function at(millimetres: number): number {
  return millimetres * pointsPerMm;
}

/** Within the second label, clear of its corners. */
function drawAdvice(page: Drawing, language: Language, about: string): void {
  const [, box] = page.outlines;
  if (!box) return;
  const place = (down: number) => ({
    x: box.x + at(3),
    baseline: box.y + at(down),
    width: box.width - at(5),
  });
  const { title, advice, ruler, sheet } = testPageWords;
  drawText(page, title[language], place(9.5), { face: 'bold', size: 15 });
  for (const [index, line] of [about, advice[language], ruler[language], sheet[language]].entries())
    drawText(page, line, place(16.5 + index * 5), { face: 'regular', size: 9.5, least: 8.5 });
}
