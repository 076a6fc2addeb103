import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { Frame } from '../../../client/src/scan/decode/frame.ts';
import { openQuagga } from '../../../client/src/scan/decode/quagga.ts';
import { openSlowReader } from '../../../client/src/scan/decode/slow-reader.ts';
import type { SlowThread } from './readers.ts';

// As the page's worker, on Node's port.
const { reads, anyText } = workerData as SlowThread;
const opening = reads === 'quagga' ? openQuagga() : openWhole();

async function openWhole() {
  const wasm = await readFile(new URL(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
  return openSlowReader({ bytes: new Uint8Array(wasm).buffer }, anyText ? () => true : undefined);
}

parentPort?.on('message', async (frame: Frame) => {
  const read = await opening;
  parentPort?.postMessage(await read(frame).catch(() => []));
});
