import { isCode } from '../../../../shared/codes/code.ts';
import type { Reading } from './frame.ts';

/** Which texts count. */
export type Counts = (text: string) => boolean;

/**
 * Those readings that count, each text once: the symbol that was read first stands for it. Without a word, our codes
 * with right check digits count and nothing else does; the bench reads others' photographs.
 */
export function countable(readings: readonly Reading[], counts: Counts = isCode): Reading[] {
  const byText = new Map<string, Reading>();
  for (const reading of readings)
    if (counts(reading.text) && !byText.has(reading.text)) byText.set(reading.text, reading);
  return [...byText.values()];
}
