import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { isCode } from '../../../shared/codes/code.ts';
import { inFolder, type Picture, writePicture } from './render.ts';

const run = promisify(execFile);

/** What a decoder has found in a picture. */
export interface Found {
  symbol: 'qr' | 'bars';
  text: string;
  /** Where it begins, in dots; only zxing says. */
  x: number;
  y: number;
}

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
let prepared: Promise<unknown> | undefined;

/**
 * All codes of ours in a picture, read by zxing-cpp. What has wrong check digits is none, here as in the product: it reads a
 * Code 128 of a whole sheet wrong now and then.
 */
export async function readWithZxing({ width, height, dots }: Picture): Promise<Found[]> {
  prepared ??= readFile(wasm).then((wasmBinary) =>
    prepareZXingModule({
      overrides: { wasmBinary: wasmBinary.buffer as ArrayBuffer },
      fireImmediately: true,
    }),
  );
  await prepared;
  // Red, green, blue and opaque in one go: a sheet of 600 dots an inch has 35 million of them.
  const pixels = new Uint32Array(width * height);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = 0xff000000 | (dots[at]! * 0x10101);
  const image = {
    data: new Uint8ClampedArray(pixels.buffer),
    width,
    height,
    colorSpace: 'srgb',
  } as ImageData;
  const results = await readBarcodes(image, { formats: ['QRCode', 'Code128'], maxNumberOfSymbols: 255 });
  return results
    .filter(({ isValid, text }) => isValid && isCode(text))
    .map(({ format, text, position }) => ({
      symbol: format === 'QRCode' ? 'qr' : 'bars',
      text,
      x: position.topLeft.x,
      y: position.topLeft.y,
    }));
}

/** The codes in each of these pictures, read by zbar. It misses codes on a whole sheet: give it one label at a time. */
export function readWithZbar(pictures: readonly Picture[]): Promise<Omit<Found, 'x' | 'y'>[][]> {
  return inFolder(async (folder) => {
    const files = pictures.map((_, index) => join(folder, `${index}.pgm`));
    await Promise.all(files.map((file, index) => writeFile(file, writePicture(pictures[index]!))));
    const only = ['-Sdisable', '-Sqrcode.enable', '-Scode128.enable'];
    // Where one picture has nothing in it, zbarimg fails for all of them.
    const { stdout } = await run('zbarimg', ['-q', '--xml', ...only, ...files]).catch(
      (error: { stdout: string }) => error,
    );
    return files.map((file) => {
      const [, source = ''] = stdout.split(`<source href='${file}'>`);
      const [own = ''] = source.split('</source>');
      return [...own.matchAll(/<symbol type='([^']+)'[^>]*>.*?CDATA\[([^\]]*)\]/gs)].map(
        ([, type, text = '']) => ({
          symbol: type === 'QR-Code' ? ('qr' as const) : ('bars' as const),
          text,
        }),
      );
    });
  });
}
