import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';
import type { Corners, Frame, Reading, Symbology } from './frame.ts';

/** Where its WebAssembly comes from: our own origin in a browser, its bytes elsewhere. */
export type ZxingWasm = { url: string } | { bytes: ArrayBuffer };

export type ReadFrame = (frame: Frame) => Promise<Reading[]>;

const symbologies: Partial<Record<string, Symbology>> = {
  QRCode: 'qr',
  Code128: 'code-128',
  DataMatrix: 'data-matrix',
};

/** Two lines have to agree on a Code 128: with one, noise between bars was read as a code now and then. */
const always: ReaderOptions = { minLineCount: 2 };

export const zxingOptions = {
  /** Everything that is on our labels, whichever way up. */
  whole: { ...always, formats: ['QRCode', 'Code128', 'DataMatrix'] },
  /** What a turned frame is for: bars that ran across the lines which the reader follows. */
  bars: { ...always, formats: ['Code128'], tryInvert: false },
  /** At twice the size: smaller than that has been tried. */
  enlarged: { ...always, formats: ['Code128'], tryInvert: false, tryDownscale: false },
} as const satisfies Record<string, ReaderOptions>;

/** Fetches and compiles the reader, once. Left to itself it would come from somebody else's server. */
export async function openZxing(wasm: ZxingWasm): Promise<void> {
  await prepareZXingModule({
    overrides: 'url' in wasm ? { locateFile: () => wasm.url } : { wasmBinary: wasm.bytes },
    // Whoever opens it first decides where it comes from; a second opening changes nothing.
    equalityFn: () => true,
    fireImmediately: true,
  });
}

export async function readWithZxing(
  { width, height, data }: Frame,
  options: ReaderOptions = zxingOptions.whole,
): Promise<Reading[]> {
  const found = await readBarcodes({ width, height, data } as ImageData, options);
  return found.flatMap(({ text, format, symbology, position, isValid }) => {
    const known = symbologies[format] ?? symbologies[symbology];
    if (!known || !isValid) return [];
    const { topLeft, topRight, bottomRight, bottomLeft } = position;
    const corners: Corners = [topLeft, topRight, bottomRight, bottomLeft];
    return [{ text, symbology: known, corners }];
  });
}
