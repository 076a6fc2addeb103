import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { createDecoder } from './decoder.ts';
import { createEye, type Picture, type Sight } from './eye.ts';
import { type Frame, greyLevels, type Reading } from './frame.ts';
import { thumbnail } from './motion-gate.ts';
import { createSecondReader, type SlowWorker } from './second-reader.ts';
import { openZxing } from './zxing.ts';

/** To the worker: a picture, which it closes. */
export interface Ask {
  picture: VideoFrame | ImageBitmap;
  at: number;
}

/** From the worker: that it is ready, what it saw, or that it cannot work at all. */
export type Reply =
  | { kind: 'ready' }
  | { kind: 'sight'; sight: Sight }
  | { kind: 'late'; sight: Sight }
  | { kind: 'failed'; reason: string };

const reply = (message: Reply) => postMessage(message);

const eye = createEye({
  decoder: createDecoder(),
  second: createSecondReader(startSlowWorker),
  onLate: (sight) => reply({ kind: 'late', sight }),
});

const whole = new OffscreenCanvas(1, 1);
const small = new OffscreenCanvas(thumbnail.width, thumbnail.height);
const wholeContext = whole.getContext('2d', { willReadFrequently: true, alpha: false });
const smallContext = small.getContext('2d', { willReadFrequently: true, alpha: false });

openZxing({ url: wasmUrl }).then(
  () => reply({ kind: 'ready' }),
  (error: unknown) => reply({ kind: 'failed', reason: String(error) }),
);

addEventListener('message', async ({ data: { picture, at } }: MessageEvent<Ask>) => {
  try {
    reply({ kind: 'sight', sight: await eye.look(drawn(picture), at) });
  } catch (error) {
    reply({ kind: 'failed', reason: String(error) });
  } finally {
    picture.close();
  }
});

function drawn(picture: VideoFrame | ImageBitmap): Picture {
  const width = 'displayWidth' in picture ? picture.displayWidth : picture.width;
  const height = 'displayHeight' in picture ? picture.displayHeight : picture.height;
  return {
    thumbnail() {
      if (!smallContext) throw new Error('no canvas to draw on');
      // Averages over each cell, which the quickest way of making it smaller does not.
      smallContext.imageSmoothingQuality = 'medium';
      smallContext.drawImage(picture, 0, 0, thumbnail.width, thumbnail.height);
      return greyLevels(smallContext.getImageData(0, 0, thumbnail.width, thumbnail.height));
    },
    frame(): Frame {
      if (!wholeContext) throw new Error('no canvas to draw on');
      if (whole.width !== width || whole.height !== height) Object.assign(whole, { width, height });
      wholeContext.drawImage(picture, 0, 0, width, height);
      return wholeContext.getImageData(0, 0, width, height);
    },
  };
}

function startSlowWorker(): SlowWorker {
  const worker = new Worker(new URL('./slow.worker.ts', import.meta.url), { type: 'module' });
  return {
    send: ({ width, height, data }) => worker.postMessage({ width, height, data }, [data.buffer]),
    onReadings: (listener) =>
      worker.addEventListener('message', ({ data }: MessageEvent<Reading[]>) => listener(data)),
    stop: () => worker.terminate(),
  };
}
