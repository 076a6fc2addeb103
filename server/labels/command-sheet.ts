import type { QueryOf } from '../../shared/contracts/endpoint.ts';
import type { labels } from '../../shared/contracts/labels.ts';
import { getTemplate, type PrinterDpi, templates } from '../../shared/labels/templates.ts';
import type { Text } from '../../shared/process/definition.ts';
import type { Context } from '../platform/context.ts';
import { getCommands, getProcessOfType, listDocumentTypes } from '../processes/processes.service.ts';
import { commandDesign, type LabelContent } from './draw/designs.ts';
import { drawText } from './draw/draw-text.ts';
import { type Drawing, pointsPerMm } from './draw/drawing.ts';
import { layOutSheets, type Printing } from './print-labels.ts';
import { commandSheetTitle, commandWords } from './words.ts';

export type CommandsAsked = QueryOf<typeof labels.commandSheet>;

/**
 * The moments of document types (all where none is named) and the station's own commands, each once. A sheet stays valid:
 * a moment has the same code in every type and version. Throws a field error that names the types there are.
 */
export async function planCommandSheet(context: Context, { types, dpi }: CommandsAsked): Promise<Printing> {
  const keys = types?.length ? types : (await listDocumentTypes(context, 'en')).items.map(({ key }) => key);
  const { codeOf, station } = await getCommands(context.db);
  const processes = await Promise.all(keys.map((key) => getProcessOfType(context, key)));
  const moments = new Map<string, { code: string; label: Text; types: Text[] }>();
  for (const { process, type } of processes) {
    for (const { name, label } of process.moments) {
      const code = codeOf.get(name);
      if (!code) continue;
      const key = JSON.stringify([code, label.en, label.nl]);
      const moment = moments.get(key) ?? { code, label, types: [] };
      moment.types.push(type.name);
      moments.set(key, moment);
    }
  }
  const cells: LabelContent[] = [...moments.values()].map(({ code, label, types: its }) =>
    cell(code, label, its.length === processes.length ? [] : its),
  );
  for (const [code, name] of station)
    cells.push(cell(code, commandWords[name] ?? { en: name, nl: name }, [], name));
  return { pages: drawPages(cells, dpi), title: commandSheetTitle.en, fileName: 'commands.pdf' };
}

/** `types`: those that have it, where not all on the sheet do. */
function cell(code: string, { en, nl }: Text, types: readonly Text[], name = ''): LabelContent {
  const both = types.map((type) => (type.en === type.nl ? type.en : `${type.en} / ${type.nl}`));
  const lines = both.length > 0 ? [both.join(', ')] : [];
  return { code, title: en, detail: nl === en ? '' : nl, number: name, lines };
}

async function* drawPages(cells: readonly LabelContent[], dpi: PrinterDpi): AsyncGenerator<Drawing> {
  const template = getTemplate(templates[0].key);
  async function* all() {
    yield cells;
  }
  const lines = cells.some((each) => each.lines.length > 0) ? 1 : 0;
  const pages = layOutSheets({ template, design: commandDesign, dpi, start: 1, lines, labels: all() });
  for await (const page of pages) {
    page.outlines.length = 0;
    const { en, nl } = commandSheetTitle;
    const x = template.margin.left * pointsPerMm + 20;
    drawText(
      page,
      `${en} · ${nl}`,
      { x, baseline: 34, width: page.width - 2 * x },
      { face: 'bold', size: 12 },
    );
    yield page;
  }
}
