import { largestCapacity } from '../../../../shared/places/capacity.ts';

/** Null where none is set; undefined for what is no capacity. */
export function capacityIn(text: string): number | null | undefined {
  const written = text.trim();
  if (written === '') return null;
  // 1,000 and 1.000 and 1 000: as people group thousands here.
  const plain = written.replaceAll(/[.,\s](?=\d{3}(\D|$))/g, '');
  if (!/^\d{1,7}$/.test(plain)) return undefined;
  const value = Number(plain);
  return value >= 1 && value <= largestCapacity ? value : undefined;
}
