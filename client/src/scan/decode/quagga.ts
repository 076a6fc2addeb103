import type { Corners, Frame, Point, Reading } from './frame.ts';

/** The little of quagga2 that is used here. */
interface Quagga {
  decodeSingle(config: object): Promise<Found | undefined>;
}

interface Found {
  codeResult?: { code: string | null };
  box?: [number, number][];
}

/** The longer side of the picture that it searches: above, it costs more and finds no more. */
const longestSide = 1280;

/**
 * quagga2 looks for bars in quite another way than zxing, so that it reads some of what zxing misses. It is written for
 * a page: it wants a window, an image that loads and a canvas to draw it on. All three are stand-ins here that hand it
 * the pixels, so that it runs in a worker and in Node alike. It may loop for ever on a picture: only in a worker of its
 * own, with a time limit.
 */
export async function openQuagga(): Promise<(frame: Frame) => Promise<Reading[]>> {
  const shown: { frame: Frame } = { frame: { width: 0, height: 0, data: new Uint8ClampedArray(0) } };
  Object.assign(globalThis, standIns(shown));
  // Only now: it asks for the window as soon as it is loaded.
  const module = (await import('@ericblade/quagga2/dist/quagga.min.js')) as { default: Quagga };
  return async (frame) => {
    shown.frame = frame;
    const found = await module.default.decodeSingle(configFor(frame));
    return readingOf(found, Math.max(frame.width, frame.height) / searchedSide(frame));
  };
}

function searchedSide({ width, height }: Frame): number {
  return Math.min(longestSide, Math.max(width, height));
}

function configFor(frame: Frame): object {
  return {
    src: '/frame',
    numOfWorkers: 0,
    locate: true,
    inputStream: { type: 'ImageStream', size: searchedSide(frame) },
    locator: { halfSample: true, patchSize: 'medium' },
    decoder: { readers: ['code_128_reader'] },
    canvas: { createOverlay: false },
  };
}

function readingOf(found: Found | undefined, scale: number): Reading[] {
  const text = found?.codeResult?.code;
  const corners = cornersOf(found, scale);
  return text && corners ? [{ text, symbology: 'code-128', corners }] : [];
}

/** As searched, times the scale: as in the frame. */
function cornersOf(found: Found | undefined, scale: number): Corners | undefined {
  const [a, b, c, d] = found?.box?.map(([x, y]): Point => ({ x: x * scale, y: y * scale })) ?? [];
  return a && b && c && d ? [a, b, c, d] : undefined;
}

function standIns(shown: { frame: Frame }): object {
  class StandInImage {
    onload: (() => void) | undefined;
    #src = '';
    get src() {
      return this.#src;
    }
    set src(value: string) {
      this.#src = value;
      queueMicrotask(() => this.onload?.());
    }
    get width() {
      return shown.frame.width;
    }
    get height() {
      return shown.frame.height;
    }
  }
  const context = {
    drawImage: () => undefined,
    getImageData: () => shown.frame,
    translate: () => undefined,
    rotate: () => undefined,
  };
  return {
    window: globalThis,
    Image: StandInImage,
    HTMLElement: class {},
    document: {
      querySelector: () => null,
      createElement: () => ({ width: 0, height: 0, getContext: () => context }),
    },
  };
}
