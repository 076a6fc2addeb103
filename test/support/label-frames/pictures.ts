import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { Frame } from '../../../client/src/scan/decode/frame.ts';

/** As a JPEG, with what that costs in quality (1–100). */
export async function encodeJpeg({ width, height, data }: Frame, quality: number): Promise<Buffer> {
  const pixels = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return sharp(pixels, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .jpeg({ quality })
    .toBuffer();
}

/** A PNG, JPEG or GIF (its first picture) as a canvas would give it; what is transparent is white, as on paper. */
export async function decodePicture(picture: Buffer): Promise<Frame> {
  const image = sharp(picture)
    .rotate()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .ensureAlpha();
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8ClampedArray(data) };
}

export async function readPicture(file: string): Promise<Frame> {
  return decodePicture(await readFile(file));
}
