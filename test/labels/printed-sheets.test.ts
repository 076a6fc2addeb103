import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getTemplate, type SheetTemplate, slotBox, slotsOf } from '../../shared/labels/templates.ts';
import type { ApiClient } from '../support/api-client.ts';
import { type Found, readWithZbar, readWithZxing } from '../support/labels/decode.ts';
import { getFile } from '../support/labels/get-file.ts';
import { crop, type Picture, type Renderer, renderers, renderPages } from '../support/labels/render.ts';
import { importCustomers, issueMailing, listPapers, signedInForRegister } from '../support/register.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

/** One sheet of the product's own, as printers of three kinds set its dots, read back by two readers of other people. */

const resolutions = [203, 300, 600] as const;

let app: TestApp;
let codes: string[];
let owner: ApiClient;
const sheets = new Map<number, Buffer>();

beforeAll(async () => {
  app = await startTestApp();
  owner = await signedInForRegister(app);
  await importCustomers(owner, 14);
  const mailing = await issueMailing(owner, { name: 'Meter exchange 2027' });
  codes = (await listPapers(owner, mailing)).map(({ code }) => code);
  for (const dpi of resolutions) {
    const { bytes } = await getFile(app, owner, `/mailings/${mailing}/labels.pdf?dpi=${dpi}`);
    sheets.set(dpi, bytes);
  }
});

afterAll(() => app.stop());

interface Looked {
  page: Picture;
  found: Found[];
}

const looked = new Map<string, Promise<Looked>>();

/** A sheet as dots, and what zxing reads on it: once for all tests, since both take seconds. */
function lookAt(renderer: Renderer, dpi: number): Promise<Looked> {
  const key = `${renderer} ${dpi}`;
  const known = looked.get(key) ?? render(renderer, dpi);
  looked.set(key, known);
  return known;
}

async function render(renderer: Renderer, dpi: number): Promise<Looked> {
  const [page] = await renderPages(sheets.get(dpi) ?? Buffer.alloc(0), renderer, dpi);
  if (!page) throw new Error('the file has no page');
  return { page, found: await readWithZxing(page) };
}

/** The labels of a sheet, in the order of their run numbers. */
function labelsOf(page: Picture, template: SheetTemplate = getTemplate('a4-2x7')): Picture[] {
  const dots = (mm: number) => Math.round((mm * page.width) / template.page.width);
  return Array.from({ length: slotsOf(template) }, (_, index) => {
    const box = slotBox(template, index + 1);
    return crop(page, { x: dots(box.x), y: dots(box.y), width: dots(box.width), height: dots(box.height) });
  });
}

const both = (code: string) => [`bars ${code}`, `qr ${code}`];
const told = (found: readonly { symbol: string; text: string }[]) =>
  [...new Set(found.map(({ symbol, text }) => `${symbol} ${text}`))].sort();

describe.each(renderers)('set by %s', (renderer) => {
  test.each(resolutions)('at %i dpi both readers read both symbols of every label', async (dpi) => {
    const { page, found } = await lookAt(renderer, dpi);
    expect(told(found)).toEqual(codes.flatMap(both).sort());
    expect((await readWithZbar(labelsOf(page))).map(told)).toEqual(codes.map(both));
  });

  test.each(resolutions)('at %i dpi every bar and module is a whole number of dots', async (dpi) => {
    const { page, found } = await lookAt(renderer, dpi);
    const quiet = Math.round(dpi / 6);
    for (const { symbol, x, y } of found) {
      const [from, down] = [Math.round(x), symbol === 'qr' ? Math.round((6.5 * 20.5 * dpi) / 25.4 / 21) : 3];
      const runs = runsOf(page, { row: Math.round(y) + down, from, quiet });
      const module = Math.min(...runs);
      // In its seventh row a QR code has a finder, the timing and a finder; none of its digits.
      if (symbol === 'qr') expect(runs).toEqual([7, 1, 1, 1, 1, 1, 1, 1, 7].map((wide) => wide * module));
      else {
        // Start, six pairs of digits, check, stop: nine symbols of six widths, and the stop has one more.
        expect(runs).toHaveLength(55);
        expect(runs.filter((run) => run % module !== 0)).toEqual([]);
        expect(runs.reduce((sum, run) => sum + run, 0)).toBe((9 * 11 + 2) * module);
      }
      // A symbol is never smaller than what was measured to be read.
      const millimetres = (module * 25.4) / dpi;
      expect(millimetres * (symbol === 'qr' ? 21 : 2)).toBeGreaterThanOrEqual(symbol === 'qr' ? 20 : 1);
    }
  });
});

test.each([
  ['/labels/commands.pdf?types=coupon', 'a4-2x7', 'ghostscript'],
  ['/labels/test-page.pdf?template=a4-2x4', 'a4-2x4', 'poppler'],
] as const)('of %s both readers read the same, on %s, set by %s', async (path, template, renderer) => {
  const { bytes } = await getFile(app, owner, path);
  for (const page of await renderPages(bytes, renderer, 300)) {
    const found = told(await readWithZxing(page));
    expect(found.length).toBeGreaterThan(0);
    expect((await readWithZbar(labelsOf(page, getTemplate(template)))).flatMap(told).sort()).toEqual(found);
  }
});

/** The widths of bars and gaps in a row, from a bar near `from` to the last before as many white dots as `quiet`. */
function runsOf(
  { width, dots }: Picture,
  { row, from, quiet }: { row: number; from: number; quiet: number },
): number[] {
  const isBlack = (x: number) => (dots[row * width + x] ?? 255) < 128;
  let x = Math.max(0, from - 4);
  while (x < width && !isBlack(x)) x += 1;
  const runs: number[] = [];
  let black = true;
  for (let length = 0; x < width; x += 1) {
    if (isBlack(x) === black) length += 1;
    else {
      runs.push(length);
      black = !black;
      length = 1;
    }
    if (!black && length > quiet) break;
  }
  return runs;
}

test.each(resolutions)(
  'at %i dpi a sheet that lies askew and is not quite sharp is read as well',
  async (dpi) => {
    const { width, height, dots } = (await lookAt('poppler', dpi)).page;
    const { data, info } = await sharp(Buffer.from(dots), { raw: { width, height, channels: 1 } })
      .rotate(0.3, { background: '#ffffff' })
      .blur(Math.max(0.8, (0.8 * dpi) / 300))
      .extractChannel(0)
      .raw()
      .toBuffer({ resolveWithObject: true });
    const askew = { width: info.width, height: info.height, dots: new Uint8Array(data) };
    expect(told(await readWithZxing(askew))).toEqual(codes.flatMap(both).sort());
    // As large as it was: turned about its middle, the labels lie where they lay to within a millimetre.
    const [x, y] = [Math.floor((info.width - width) / 2), Math.floor((info.height - height) / 2)];
    const middle = crop(askew, { x, y, width, height });
    expect((await readWithZbar(labelsOf(middle))).map(told)).toEqual(codes.map(both));
  },
);
