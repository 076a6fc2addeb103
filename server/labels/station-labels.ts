import { practiceCode } from '../../shared/codes/practice-code.ts';
import type { Language } from '../../shared/contracts/fields.ts';
import type { StationLabel } from '../../shared/contracts/labels.ts';
import { getTemplate, type PrinterDpi, slotBox, templates } from '../../shared/labels/templates.ts';
import type { Context } from '../platform/context.ts';
import { getCommands } from '../processes/processes.service.ts';
import { commandDesign, type LabelContent } from './draw/designs.ts';
import { drawLabel } from './draw/draw-label.ts';
import { drawOnSlot, emptySheet } from './draw/draw-sheets.ts';
import { drawText } from './draw/draw-text.ts';
import { type Drawing, emptyDrawing, pointsPerMm } from './draw/drawing.ts';
import { dotGrid, snap } from './draw/grid.ts';
import type { Printing } from './print-labels.ts';
import { commandWords, practiceWords } from './words.ts';

const template = getTemplate(templates[0].key);

/** One label of the station by itself, for screens and instructions: a command, or the one to practise with. */
export async function planStationLabel(
  context: Context,
  language: Language,
  { command, dpi }: { command: StationLabel; dpi: PrinterDpi },
): Promise<Printing> {
  const grid = dotGrid(dpi);
  const { width, height } = template.label;
  const label = emptyDrawing(snap(grid, width * pointsPerMm), snap(grid, height * pointsPerMm));
  const box = { x: 0, y: 0, width: width * pointsPerMm, height: height * pointsPerMm };
  drawLabel(label, commandDesign, await contentOf(context, language, command), box, grid);
  return { pages: only(label), title: command, fileName: `${command.toLowerCase()}.pdf` };
}

/** The practice label on paper: a page with the one label, at the first place of the usual sheet. */
export async function planPracticePage(
  context: Context,
  language: Language,
  { dpi }: { dpi: PrinterDpi },
): Promise<Printing> {
  const sheet = { template, design: commandDesign, grid: dotGrid(dpi), lines: 0 };
  const page = emptySheet(sheet);
  page.outlines.length = 0;
  drawOnSlot(page, sheet, 1, await contentOf(context, language, 'PRACTICE'));
  const { y, height } = slotBox(template, 1);
  const x = 15 * pointsPerMm;
  const place = { x, baseline: (y + height + 10) * pointsPerMm, width: page.width - 2 * x };
  drawText(page, practiceWords.advice[language], place, { face: 'regular', size: 11, least: 8 });
  return { pages: only(page), title: practiceWords.title.en, fileName: 'practice.pdf' };
}

async function contentOf(context: Context, language: Language, command: StationLabel): Promise<LabelContent> {
  if (command === 'PRACTICE') {
    const { title, counts } = practiceWords;
    return { code: practiceCode, title: title[language], detail: counts[language], number: '', lines: [] };
  }
  const { station } = await getCommands(context.db);
  const [code] = [...station].find(([, name]) => name === command) ?? [];
  // Made at the first start, for good.
  if (!code) throw new Error(`the command ${command} has no code`);
  const words = commandWords[command] ?? { en: command, nl: command };
  return { code, title: words[language], detail: '', number: command, lines: [] };
}

async function* only(page: Drawing): AsyncGenerator<Drawing> {
  yield page;
}
