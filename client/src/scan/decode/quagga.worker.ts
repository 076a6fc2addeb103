import { countable } from './decoder.ts';
import type { Frame } from './frame.ts';
import { openQuagga } from './quagga.ts';

const opening = openQuagga();

addEventListener('message', async ({ data }: MessageEvent<Frame>) => {
  const read = await opening;
  postMessage(countable(await read(data).catch(() => [])));
});
