/** Prints labels in a process of its own, so that its processor time and memory are those of the printing alone. */
import { Writable } from 'node:stream';
import PdfDocument from 'pdfkit';
import { paperDesign } from '../../../server/labels/draw/designs.ts';
import { drawSheets } from '../../../server/labels/draw/draw-sheets.ts';
import type { Drawing } from '../../../server/labels/draw/drawing.ts';
import { dotGrid } from '../../../server/labels/draw/grid.ts';
import { paintPdf } from '../../../server/labels/paint/paint-pdf.ts';
import { layOutSheets } from '../../../server/labels/print-labels.ts';
import { getTemplate, slotsOf, templates } from '../../../shared/labels/templates.ts';
import { answerQuestions } from '../child.ts';
import { contentOf, makeContents } from './contents.ts';

export interface PrintQuestion {
  ask: 'product' | 'bare';
  labels: number;
}

export interface Printed {
  cpuSeconds: number;
  bytes: number;
  rssMB: number;
}

const template = getTemplate(templates[0].key);
const dpi = 300;

answerQuestions(answer, async () => {});

async function answer({ ask, labels }: PrintQuestion): Promise<Printed> {
  const sheet = ask === 'bare' ? await drawOneSheet() : undefined;
  let bytes = 0;
  const file = new Writable({
    write(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done();
    },
  });
  const begun = process.cpuUsage();
  if (sheet) await printBare(sheet, labels, file);
  else await printAll(labels, file);
  const { user, system } = process.cpuUsage(begun);
  return { cpuSeconds: (user + system) / 1e6, bytes, rssMB: process.memoryUsage.rss() / 2 ** 20 };
}

function printAll(labels: number, file: Writable): Promise<void> {
  const contents = makeContents(labels);
  const pages = layOutSheets({ template, design: paperDesign, dpi, start: 1, lines: 1, labels: contents });
  return paintPdf(pages, file, { title: 'Spoor', language: 'en', madeAt: new Date(0) });
}

async function drawOneSheet(): Promise<Drawing> {
  const labels = makeContents(slotsOf(template));
  for await (const page of drawSheets({ template, design: paperDesign, grid: dotGrid(dpi) }, 1, labels))
    return page;
  throw new Error('no sheet was drawn');
}

/** The same rectangles and lines of text on each sheet, drawn by pdfkit's own methods: nothing encoded or laid out. */
function printBare({ width, height, symbols, texts }: Drawing, labels: number, file: Writable) {
  const document = new PdfDocument({ autoFirstPage: false });
  document.pipe(file);
  const slots = slotsOf(template);
  for (let printed = 0; printed < labels; printed += slots) {
    document.addPage({ size: [width, height], margin: 0 });
    for (const { x, y, unit, rectangles } of symbols) {
      document.save().translate(x, y).scale(unit);
      for (let at = 0; at < rectangles.length; at += 4)
        document.rect(
          rectangles[at] ?? 0,
          rectangles[at + 1] ?? 0,
          rectangles[at + 2] ?? 0,
          rectangles[at + 3] ?? 0,
        );
      document.fill().restore();
    }
    const perLabel = Math.round(texts.length / slots);
    for (const [index, { x, baseline, size }] of texts.entries()) {
      const { code, title, detail, number, lines } = contentOf(
        printed + Math.floor(index / perLabel) + 1,
        labels,
      );
      const line = [title, detail, number, code, ...lines][index % perLabel] ?? '';
      document.fontSize(size).text(line, x, baseline - size, { lineBreak: false });
    }
  }
  document.end();
  return new Promise<void>((resolve) => file.once('finish', resolve));
}
