import type { QueryOf } from '../../shared/contracts/endpoint.ts';
import type { Language } from '../../shared/contracts/fields.ts';
import type { labels } from '../../shared/contracts/labels.ts';
import { getTemplate } from '../../shared/labels/templates.ts';
import type { Context } from '../platform/context.ts';
import { getCommands } from '../processes/processes.service.ts';
import { commandDesign } from './draw/designs.ts';
import { drawFrame, drawRuler } from './draw/draw-ruler.ts';
import { drawOnSlot, emptySheet } from './draw/draw-sheets.ts';
import { drawText } from './draw/draw-text.ts';
import { type Drawing, pointsPerMm } from './draw/drawing.ts';
import { dotGrid } from './draw/grid.ts';
import type { Printing } from './print-labels.ts';
import { commandWords, testPageWords } from './words.ts';

/** The edges of a sheet's labels, two scales, and the command CLEAR, which does no harm when it is scanned. */
export async function planTestPage(
  context: Context,
  language: Language,
  { template: key, dpi }: QueryOf<typeof labels.testPage>,
): Promise<Printing> {
  const template = getTemplate(key);
  const sheet = { template, design: commandDesign, grid: dotGrid(dpi), lines: 0 };
  const page = emptySheet(sheet);
  for (const box of page.outlines) page.symbols.push(drawFrame(box));
  const { station } = await getCommands(context.db);
  const [code] = [...station].find(([, name]) => name === 'CLEAR') ?? [];
  const words = commandWords['CLEAR'];
  if (code && words)
    drawOnSlot(page, sheet, 1, { code, title: words.en, detail: words.nl, number: 'CLEAR', lines: [] });
  drawScales(page, language, `${template.label.width} × ${template.label.height} mm · ${dpi} dpi`);
  async function* one() {
    yield page;
  }
  return { pages: one(), title: testPageWords.title.en, fileName: 'test-page.pdf' };
}

function drawScales(page: Drawing, language: Language, about: string): void {
  const at = (millimetres: number) => millimetres * pointsPerMm;
  drawRuler(page, { x: at(30), y: at(96), length: 150, direction: 'across' });
  drawRuler(page, { x: at(12), y: at(120), length: 150, direction: 'down' });
  const { title, advice, ruler, sheet } = testPageWords;
  const lines = [advice, ruler, sheet].map((text) => text[language]);
  // In a label of its own, so that no frame strikes the words through.
  const [, box] = page.outlines;
  if (!box) return;
  const place = (down: number) => ({
    x: box.x + at(4),
    baseline: box.y + at(down),
    width: box.width - at(8),
  });
  drawText(page, title[language], place(9), { face: 'bold', size: 14 });
  for (const [index, line] of [about, ...lines].entries())
    drawText(page, line, place(16 + index * 5), { face: 'regular', size: 8 });
}
