import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import type { Frame } from './frame.ts';
import { openSlowReader } from './slow-reader.ts';

const opening = openSlowReader({ url: wasmUrl });

addEventListener('message', async ({ data }: MessageEvent<Frame>) => {
  const read = await opening;
  postMessage(await read(data).catch(() => []));
});
