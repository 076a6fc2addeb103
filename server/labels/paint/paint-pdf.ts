import { once } from 'node:events';
import type { Writable } from 'node:stream';
import PdfDocument from 'pdfkit';
import type { Drawing } from '../draw/drawing.ts';
import type { FontFile } from '../draw/font-files.ts';
import { Deflater } from './deflater.ts';
import { type EmbeddedFont, PageWriter } from './pdf-page.ts';

interface PdfSettings {
  title: string;
  language: string;
  madeAt: Date;
}

/** Parts of pdfkit that its types leave out; the exact version is pinned, and the tests read what comes of it. */
interface PdfInside {
  _font: EmbeddedFont & { ref(): unknown };
  _root: { data: Record<string, unknown> };
  page: {
    fonts: Record<string, unknown>;
    dictionary: { data: object };
    content: { buffer: Uint8Array[]; compress: boolean; data: Record<string, unknown> };
  };
  flushPages(): void;
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
  const writer = new PageWriter(fontEmbedder(inside, document));
  const deflater = new Deflater();
  document.on('data', (chunk: Buffer) => {
    if (!file.destroyed) file.write(chunk);
  });
  try {
    for await (const drawing of drawings) {
      document.addPage({ size: [drawing.width, drawing.height], margin: 0 });
      // Others are served while a page is packed.
      endPage(inside, await deflater.pack(writer.write(drawing)));
      if (!(await hasRoom(file))) return;
    }
  } finally {
    deflater.close();
  }
  document.end();
  if (await hasRoom(file)) file.end();
}

const nothing = {};

/**
 * Writes a page with its packed operators. The list of pages keeps the page's dictionary for its number; what it says is
 * written then, and need not stay in memory.
 */
function endPage(inside: PdfInside, packed: Uint8Array): void {
  const { content, dictionary } = inside.page;
  content.buffer = [packed];
  content.compress = false;
  content.data['Filter'] = 'FlateDecode';
  inside.flushPages();
  dictionary.data = nothing;
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

/** Makes a font known to the present page, and to the file when it is first used. */
function fontEmbedder(inside: PdfInside, document: InstanceType<typeof PdfDocument>) {
  const fonts = new Map<FontFile, PdfInside['_font']>();
  return (file: FontFile) => {
    let font = fonts.get(file);
    if (!font) {
      document.registerFont(file.key, file.bytes).font(file.key);
      font = inside._font;
      fonts.set(file, font);
    }
    inside.page.fonts[font.id] ??= font.ref();
    return font;
  };
}
