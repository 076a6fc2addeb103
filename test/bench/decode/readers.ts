import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { countable } from '../../../client/src/scan/decode/countable.ts';
import { createDecoder, type Decoder } from '../../../client/src/scan/decode/decoder.ts';
import type { Frame, Reading } from '../../../client/src/scan/decode/frame.ts';
import { createSecondReader, type SlowWorker } from '../../../client/src/scan/decode/second-reader.ts';
import { openZxing, readWithZxing } from '../../../client/src/scan/decode/zxing.ts';

export const readerNames = ['ours', 'zxing', 'quagga'] as const;
export type ReaderName = (typeof readerNames)[number];

/** Ours, and the two that it is made of, each alone. */
export interface Readers {
  /** What each makes of a picture that stays: the texts that count. */
  read: Record<ReaderName, (frame: Frame) => Promise<string[]>>;
  /** Ours, anew, for pictures that follow each other. */
  startDecoder(): Decoder;
  stop(): void;
}

/** What a thread is for: the whole slow reader, or quagga2 alone. */
export interface SlowThread {
  reads: 'all' | 'quagga';
  anyText: boolean;
}

/** Far above what a picture takes, also on a busy machine: a bench must not miss what the page would read. */
const limitMs = 20_000;

export async function openReaders(anyText: boolean): Promise<Readers> {
  const wasm = await readFile(new URL(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
  await openZxing({ bytes: new Uint8Array(wasm).buffer });
  const counts = anyText ? () => true : undefined;
  const slow = createSecondReader(() => startSlowThread({ reads: 'all', anyText }), limitMs);
  const quagga = createSecondReader(() => startSlowThread({ reads: 'quagga', anyText }), limitMs);
  const readBy = (reader: typeof slow) => (frame: Frame) =>
    new Promise<Reading[]>((resolve) => {
      // The pixels move over to the other thread, and others want to read the picture too.
      reader.offer({ ...frame, data: frame.data.slice() }, resolve);
    });
  const startDecoder = () => createDecoder({ readSlowly: readBy(slow), counts });
  const texts = (readings: Reading[]) => countable(readings, counts).map(({ text }) => text);
  return {
    read: {
      ours: async (frame) => texts(await startDecoder().decodeStill(frame)),
      zxing: async (frame) => texts(await readWithZxing(frame)),
      quagga: async (frame) => texts(await readBy(quagga)(frame)),
    },
    startDecoder,
    stop() {
      slow.stop();
      quagga.stop();
    },
  };
}

/** The page's slow worker as a thread of Node. */
export function startSlowThread(workerData: SlowThread): SlowWorker {
  const worker = new Worker(new URL('./slow-thread.ts', import.meta.url), { workerData });
  return {
    send: ({ width, height, data }) => worker.postMessage({ width, height, data }, [data.buffer]),
    onReadings: (listener) => worker.on('message', listener),
    stop: () => void worker.terminate(),
  };
}
