import type { Frame } from '../../../client/src/scan/decode/frame.ts';
import { type ReaderName, type Readers, readerNames } from './readers.ts';
import type { Outcome } from './tally.ts';

type Reads = Outcome['reads'];

/**
 * Has each reader read the picture; who begins changes from one to the next, so that none always finds it in the
 * processor's cache. CPU is that of the whole process: the thread of the slow reader counts as well.
 */
export async function readByAll({ read }: Readers, frame: Frame, number: number): Promise<Reads> {
  const reads: Partial<Reads> = {};
  for (let turn = 0; turn < readerNames.length; turn += 1) {
    const name = readerNames[(turn + number) % readerNames.length] as ReaderName;
    const before = process.cpuUsage();
    const [text = null] = await read[name](frame);
    const { user, system } = process.cpuUsage(before);
    reads[name] = { text, cpuMs: (user + system) / 1_000 };
  }
  return reads as Reads;
}

/** Compiled and warm before anything counts. */
export async function warmUp(readers: Readers, frame: Frame): Promise<void> {
  for (let round = 0; round < 6; round += 1) await readByAll(readers, frame, round);
}
