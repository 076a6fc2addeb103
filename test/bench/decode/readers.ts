import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { countable, createDecoder, type Decoder } from '../../../client/src/scan/decode/decoder.ts';
import type { Frame, Reading } from '../../../client/src/scan/decode/frame.ts';
import { createSecondReader, type SlowWorker } from '../../../client/src/scan/decode/second-reader.ts';
import { openZxing, readWithZxing } from '../../../client/src/scan/decode/zxing.ts';

export const readerNames = ['ours', 'zxing', 'quagga'] as const;
export type ReaderName = (typeof readerNames)[number];

export type Counts = ((text: string) => boolean) | undefined;

/** Ours, and the two that it is made of, each alone. */
export interface Readers {
  /** What each makes of a picture that stays: the texts that count. */
  read: Record<ReaderName, (frame: Frame) => Promise<string[]>>;
  /** Ours, anew, for pictures that follow each other. */
  startDecoder(): Decoder;
  stop(): void;
}

export async function openReaders(counts: Counts): Promise<Readers> {
  const wasm = await readFile(new URL(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
  await openZxing({ bytes: new Uint8Array(wasm).buffer });
  const second = createSecondReader(startSlowWorker, 10_000);
  const readSlowly = (frame: Frame) =>
    new Promise<Reading[]>((resolve) => {
      // The pixels move over to the other thread, and others want to read the picture too.
      second.offer({ ...frame, data: frame.data.slice() }, resolve);
    });
  const startDecoder = () => createDecoder({ readSlowly, ...(counts && { counts }) });
  const texts = (readings: Reading[]) => countable(readings, counts).map(({ text }) => text);
  return {
    read: {
      ours: async (frame) => texts(await startDecoder().decodeStill(frame)),
      zxing: async (frame) => texts(await readWithZxing(frame)),
      quagga: async (frame) => texts(await readSlowly(frame)),
    },
    startDecoder,
    stop: () => second.stop(),
  };
}

function startSlowWorker(): SlowWorker {
  const worker = new Worker(new URL('./quagga-thread.ts', import.meta.url));
  return {
    send: ({ width, height, data }) => worker.postMessage({ width, height, data }, [data.buffer]),
    onReadings: (listener) => worker.on('message', listener),
    stop: () => void worker.terminate(),
  };
}
