import { parentPort } from 'node:worker_threads';
import type { Frame } from '../../../client/src/scan/decode/frame.ts';
import { openQuagga } from '../../../client/src/scan/decode/quagga.ts';

// As the page's worker, on Node's port, and with every text: what counts is the bench's affair.
const opening = openQuagga();

parentPort?.on('message', async (frame: Frame) => {
  const read = await opening;
  parentPort?.postMessage(await read(frame).catch(() => []));
});
