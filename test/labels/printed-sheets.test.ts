import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readWithZbar, readWithZxing } from '../support/labels/decode.ts';
import { getFile } from '../support/labels/get-file.ts';
import { crop, type Picture, renderers, renderPages } from '../support/labels/render.ts';
import { importCustomers, issueMailing, listPapers, signedInForRegister } from '../support/register.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

/** One sheet of the product's own, as printers of three kinds set its dots, read back by two readers of other people. */

const resolutions = [203, 300, 600] as const;

let app: TestApp;
let codes: string[];
const sheets = new Map<number, Buffer>();

beforeAll(async () => {
  app = await startTestApp();
  const owner = await signedInForRegister(app);
  await importCustomers(owner, 14);
  const mailing = await issueMailing(owner, { name: 'Meter exchange 2027' });
  codes = (await listPapers(owner, mailing)).map(({ code }) => code);
  for (const dpi of resolutions) {
    const { bytes } = await getFile(app, owner, `/mailings/${mailing}/labels.pdf?dpi=${dpi}`);
    sheets.set(dpi, bytes);
  }
});

afterAll(() => app.stop());

async function sheetAt(renderer: (typeof renderers)[number], dpi: number): Promise<Picture> {
  const [page] = await renderPages(sheets.get(dpi) ?? Buffer.alloc(0), renderer, dpi);
  if (!page) throw new Error('the file has no page');
  return page;
}

/** The labels of the sheet: 2 × 7 of 99.1 × 38.1 mm on A4, in the order of their run numbers. */
function labelsOf(page: Picture): Picture[] {
  const dots = (mm: number) => Math.round((mm * page.width) / 210);
  const [width, height] = [dots(99.1), dots(38.1)];
  const left = [dots(210 / 2 - 99.1 - 1.27), dots(210 / 2 + 1.27)];
  const top = dots((297 - 7 * 38.1) / 2);
  return Array.from({ length: 14 }, (_, slot) =>
    crop(page, {
      x: left[slot % 2] ?? 0,
      y: top + Math.floor(slot / 2) * height,
      width: Math.min(width, page.width - (left[slot % 2] ?? 0)),
      height,
    }),
  );
}

const both = (code: string) => [`bars ${code}`, `qr ${code}`];
const told = (found: readonly { symbol: string; text: string }[]) =>
  [...new Set(found.map(({ symbol, text }) => `${symbol} ${text}`))].sort();

describe.each(renderers)('set by %s', (renderer) => {
  test.each(resolutions)('at %i dpi both readers read both symbols of every label', async (dpi) => {
    const page = await sheetAt(renderer, dpi);
    expect(told(await readWithZxing(page))).toEqual(codes.flatMap(both).sort());
    expect((await readWithZbar(labelsOf(page))).map(told)).toEqual(codes.map(both));
  });
});

test.each(resolutions)(
  'at %i dpi every bar and gap is a whole number of the dots of one module',
  async (dpi) => {
    for (const label of labelsOf(await sheetAt('poppler', dpi))) {
      const bars = (await readWithZxing(label)).find(({ symbol }) => symbol === 'bars');
      if (!bars) throw new Error('no bars on a label');
      const runs = runsOf(label, {
        row: Math.round(bars.y) + 3,
        from: Math.round(bars.x),
        quiet: Math.round(dpi / 6),
      });
      const module = Math.min(...runs);
      // Start, six pairs of digits, check, stop: nine symbols of six widths, and the stop has one more.
      expect(runs).toHaveLength(55);
      expect(runs.filter((run) => run % module !== 0)).toEqual([]);
      expect(runs.reduce((sum, run) => sum + run, 0)).toBe((9 * 11 + 2) * module);
    }
  },
);

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

test('a sheet that lies a little askew and is not quite sharp is read as well', async () => {
  for (const dpi of [203, 300]) {
    const { width, height, dots } = await sheetAt('poppler', dpi);
    const { data, info } = await sharp(Buffer.from(dots), { raw: { width, height, channels: 1 } })
      .rotate(0.3, { background: '#ffffff' })
      .blur(0.8)
      .extractChannel(0)
      .raw()
      .toBuffer({ resolveWithObject: true });
    const askew = { width: info.width, height: info.height, dots: new Uint8Array(data) };
    expect(told(await readWithZxing(askew)), `${dpi} dpi`).toEqual(codes.flatMap(both).sort());
  }
});
