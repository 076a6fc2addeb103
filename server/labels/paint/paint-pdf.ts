import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { setImmediate as breathe } from 'node:timers/promises';
import PdfDocument from 'pdfkit';
import type { Drawing } from '../draw/drawing.ts';
import type { FontFile, ShapedRun } from '../draw/fonts.ts';
import { type EmbeddedFont, pdfRun, pdfSymbol, pdfText } from './pdf-page.ts';

interface PdfSettings {
  title: string;
  language: string;
  madeAt: Date;
}

/** Parts of pdfkit that its types leave out; the exact version is pinned, and the tests read what comes of it. */
interface PdfInside {
  _font: EmbeddedFont & { ref(): unknown };
  _root: { data: Record<string, unknown> };
  page: { fonts: Record<string, unknown> };
  addContent(operators: string): void;
  ref(data: object): unknown;
}

/**
 * Writes drawings as one PDF, page by page as they are made: nothing of a page is kept, and the next one waits until the
 * reader has taken what was written. A reader who goes away ends it: nothing is drawn any more, and it returns.
 */
export async function paintPdf(
  drawings: AsyncIterable<Drawing>,
  file: Writable,
  { title, language, madeAt }: PdfSettings,
): Promise<void> {
  const document = new PdfDocument({
    autoFirstPage: false,
    lang: language,
    info: { Title: title, Creator: 'Spoor', Producer: 'Spoor', CreationDate: madeAt },
  });
  const inside = document as unknown as PdfInside;
  // Viewers that heed it offer 100 % first: labels that are fitted to the page miss their stickers.
  inside._root.data['ViewerPreferences'] = inside.ref({ PrintScaling: 'None' });
  const paint = pagePainter(inside, document);
  document.on('data', (chunk: Buffer) => {
    if (!file.destroyed) file.write(chunk);
  });
  for await (const drawing of drawings) {
    document.addPage({ size: [drawing.width, drawing.height], margin: 0 });
    paint(drawing);
    // Others are served between two pages.
    await breathe();
    if (!(await hasRoom(file))) return;
  }
  document.end();
  if (await hasRoom(file)) file.end();
}

/** Waits until there is room; false where nobody reads any more. */
async function hasRoom(file: Writable): Promise<boolean> {
  if (!file.destroyed && file.writableNeedDrain) {
    const stop = new AbortController();
    const { signal } = stop;
    await Promise.race([once(file, 'drain', { signal }), once(file, 'close', { signal })]).catch(() => {});
    stop.abort();
  }
  return !file.destroyed;
}

/** Paints onto the document's present page; fonts are embedded when they are first used. */
function pagePainter(inside: PdfInside, document: InstanceType<typeof PdfDocument>) {
  const fonts = new Map<FontFile, PdfInside['_font']>();
  const fontOf = (file: FontFile) => {
    let font = fonts.get(file);
    if (!font) {
      document.registerFont(file.key, file.bytes).font(file.key);
      font = inside._font;
      fonts.set(file, font);
    }
    return font;
  };
  // The same runs come on every label; what shows them stays the same within a file.
  const shown = new WeakMap<ShapedRun, string>();
  return ({ symbols, texts }: Drawing) => {
    const operators = symbols.map(pdfSymbol);
    operators.push('BT');
    for (const text of texts) {
      const font = fontOf(text.run.file);
      inside.page.fonts[font.id] ??= font.ref();
      let operator = shown.get(text.run);
      if (operator === undefined) {
        operator = pdfRun(text.run, font);
        shown.set(text.run, operator);
      }
      operators.push(pdfText(text, font, operator));
    }
    operators.push('ET');
    inside.addContent(operators.join('\n'));
  };
}
