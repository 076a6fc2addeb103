import type { Bench, BenchResult, BenchSettings } from './bench.ts';
import { readByAll, warmUp } from './decode/measure.ts';
import { readPhotos } from './decode/photos.ts';
import { openReaders, type Readers } from './decode/readers.ts';
import { type Scene, scenes } from './decode/scenes.ts';
import { count, cpuOfZxing, figuresOf, linesByGroup, type Outcome } from './decode/tally.ts';

/** Labels of each kind and distortion, with four frames each. */
const labels = 2;
const seed = 20_270_309;

/**
 * The product's own labels as a webcam sees them, or photographs: what ours reads, beside zxing-wasm alone and quagga2
 * alone on the same pictures.
 */
export const bench: Bench = {
  name: 'decode',
  async run({ photos, anyText = false, say }) {
    const readers = await openReaders(anyText);
    try {
      return await (photos === undefined ? readScenes(readers, say) : readPhotos(photos, readers, say));
    } finally {
      readers.stop();
    }
  },
};

async function readScenes(readers: Readers, say: BenchSettings['say']): Promise<BenchResult> {
  const outcomes: Outcome[] = [];
  const held: boolean[] = [];
  const all = scenes(labels, seed);
  for (const [number, scene] of all.entries()) {
    const decoder = readers.startDecoder();
    let within = false;
    for await (const frame of scene.frames()) {
      if (outcomes.length === 0) await warmUp(readers, frame);
      const reads = await readByAll(readers, frame, outcomes.length);
      outcomes.push({ group: groupOf(scene), expected: scene.code, reads });
      within ||= (await decoder.decode(frame)).some(({ text }) => text === scene.code);
    }
    if (scene.distortion === 'cooperative') held.push(within);
    if (number % 20 === 19) say(`${number + 1} of ${all.length} labels`);
  }
  const wrong = count(outcomes, 'ours').wrong;
  return {
    ratios: {
      cpuOfZxing: { value: cpuOfZxing(outcomes), limit: { atMost: 1.15 } },
      cooperative: { value: held.filter(Boolean).length / held.length, limit: { atLeast: 0.95 } },
      wrong: { value: wrong / outcomes.length, limit: { atMost: 0 } },
    },
    figures: figuresOf(outcomes),
    notes: linesByGroup(outcomes),
  };
}

function groupOf({ kind, distortion }: Scene): string {
  return `${kind} ${distortion}`;
}
