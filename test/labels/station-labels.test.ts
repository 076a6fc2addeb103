import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { practiceCode } from '../../shared/codes/practice-code.ts';
import type { ApiClient } from '../support/api-client.ts';
import { readWithZbar, readWithZxing } from '../support/labels/decode.ts';
import { getFile } from '../support/labels/get-file.ts';
import { crop, renderPages } from '../support/labels/render.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let mailroom: ApiClient;

beforeAll(async () => {
  app = await startTestApp();
  mailroom = await app.signedIn('mailroom');
});

afterAll(() => app.stop());

const both = (code: string) => [`bars ${code}`, `qr ${code}`];
const told = (found: readonly { symbol: string; text: string }[]) =>
  [...new Set(found.map(({ symbol, text }) => `${symbol} ${text}`))].sort();

/** As a screen shows it, a picture 585 pixels wide. */
async function onScreen(command: string) {
  const { bytes } = await getFile(app, mailroom, `/labels/station.svg?command=${command}`);
  const { data, info } = await sharp(bytes)
    .resize({ width: 585 })
    .flatten({ background: '#fff' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, dots: data };
}

test('the practice label on paper carries both symbols, read by two readers', async () => {
  const { bytes } = await getFile(app, mailroom, '/labels/practice.pdf');
  const [page] = await renderPages(bytes, 'poppler', 300);
  if (!page) throw new Error('the file has no page');
  expect(told(await readWithZxing(page))).toEqual(both(practiceCode));
  const label = crop(page, { x: 0, y: 0, width: page.width / 2, height: Math.round(page.height / 4) });
  const [found] = await readWithZbar([label]);
  expect(told(found ?? [])).toEqual(both(practiceCode));
});

test('so does the one on the screen', async () => {
  expect(told(await readWithZxing(await onScreen('PRACTICE')))).toEqual(both(practiceCode));
});

test.each(['UNDO', 'CLEAR', 'DONE'])('the picture of %s says what the station understands', async (name) => {
  const { body } = await mailroom.get<{ items: { name: string; code: string }[] }>('/commands');
  const code = body.items.find((command) => command.name === name)?.code ?? '';
  expect(told(await readWithZxing(await onScreen(name)))).toEqual(both(code));
});
