/**
 * A picture as a canvas gives it: four bytes a pixel (red, green, blue, opacity), row by row. It lives as long as it
 * is being read; nothing keeps it and nothing sends it anywhere.
 */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** In pixels of the frame, from its upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Around the symbol, in order. A symbol found along one line only has the ends of that line twice. */
export type Corners = readonly [Point, Point, Point, Point];

export type Symbology = 'qr' | 'code-128' | 'data-matrix';

/** What a reader has read, ours or not. */
export interface Reading {
  readonly text: string;
  readonly symbology: Symbology;
  readonly corners: Corners;
}

/** Weights of ITU-R BT.601 in 1024ths, as zxing-wasm has them: grey levels are the same for every reader. */
export function greyLevels({ data }: Pick<Frame, 'data'>): Uint8Array<ArrayBuffer> {
  const grey = new Uint8Array(data.length >> 2);
  for (let pixel = 0, at = 0; pixel < grey.length; pixel += 1, at += 4)
    grey[pixel] = (306 * data[at]! + 601 * data[at + 1]! + 117 * data[at + 2]! + 512) >> 10;
  return grey;
}

/** The same levels as a picture in colours, for readers that take no other. */
export function frameOfGrey(grey: Uint8Array, width: number, height: number): Frame {
  const pixels = new Uint32Array(width * height);
  for (let pixel = 0; pixel < pixels.length; pixel += 1) pixels[pixel] = grey[pixel]! * 0x010101 + 0xff000000;
  return { width, height, data: new Uint8ClampedArray(pixels.buffer) };
}
