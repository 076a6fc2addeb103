/** Prints labels in a process of its own, so that its processor time and memory are those of the printing alone. */
import { Writable } from 'node:stream';
import PdfDocument from 'pdfkit';
import { paperDesign } from '../../../server/labels/draw/designs.ts';
import type { Drawing } from '../../../server/labels/draw/drawing.ts';
import { paintPdf } from '../../../server/labels/paint/paint-pdf.ts';
import { layOutSheets } from '../../../server/labels/print-labels.ts';
import { getTemplate, slotsOf, templates } from '../../../shared/labels/templates.ts';
import { answerQuestions } from '../child.ts';
import { contentOf, linesOf, makeContents } from './contents.ts';
import { rectanglesOf } from './rectangles.ts';
import { drawOneSheet } from './reportlab.ts';

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

/**
 * The same rectangles, and lines of text in the same fonts, on each sheet, drawn by pdfkit's own methods: nothing encoded,
 * nothing laid out.
 */
function printBare({ width, height, symbols, texts }: Drawing, labels: number, file: Writable) {
  const document = new PdfDocument({ autoFirstPage: false });
  document.pipe(file);
  for (const { run } of texts) document.registerFont(run.file.key, run.file.bytes);
  const drawn = symbols.map((symbol) => ({ ...symbol, rectangles: rectanglesOf(symbol) }));
  const slots = slotsOf(template);
  const perLabel = texts.length / slots;
  for (let printed = 0; printed < labels; printed += slots) {
    document.addPage({ size: [width, height], margin: 0 });
    for (const { x, y, unit, rectangles } of drawn) {
      document.save().translate(x, y).scale(unit);
      for (const [left, top, wide, tall] of rectangles) document.rect(left, top, wide, tall);
      document.fill().restore();
    }
    for (let slot = 0; slot < slots; slot += 1) {
      const lines = linesOf(contentOf(printed + slot + 1, labels));
      if (lines.length !== perLabel) throw new Error('the label has other lines than the bench draws');
      for (const [index, line] of lines.entries()) {
        const { x, baseline, size, run } = texts[slot * perLabel + index]!;
        document
          .font(run.file.key)
          .fontSize(size)
          .text(line, x, baseline - size, { lineBreak: false });
      }
    }
  }
  document.end();
  return new Promise<void>((resolve) => file.once('finish', resolve));
}
