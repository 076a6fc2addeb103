import { soundOf } from './answers.ts';
import type { Scan } from './session.ts';

/** The figures at the bottom of the screen. */

export interface Counts {
  /** Papers that the server knows, each once, however often it was scanned. */
  papers: number;
  booked: number;
  already: number;
  /** A person decides, or it was turned down. */
  aside: number;
  waiting: number;
}

export function countScans(scans: readonly Scan[]): Counts {
  const papers = new Set<string>();
  const counts = { booked: 0, already: 0, aside: 0, waiting: 0 };
  for (const { code, result, undoes, takenBack } of scans) {
    if (!result) counts.waiting += 1;
    if (!result || undoes !== null) continue;
    const sound = soundOf(result);
    if (sound === 'exception' || sound === 'refused' || sound === 'unknown') counts.aside += 1;
    if (sound === 'booked' && takenBack !== 'yes') counts.booked += 1;
    if (sound === 'already') counts.already += 1;
    if (result.outcome !== 'unknown' && result.outcome !== 'refused') papers.add(code);
  }
  return { papers: papers.size, ...counts };
}

const windowMs = 120_000;
const shortestMs = 10_000;

/** Papers a minute over the last two minutes; `now` in milliseconds. A pile that has just begun is not made faster than it is. */
export function papersAMinute(scans: readonly Scan[], now: number): number {
  const times = scans
    .filter(({ undoes, result }) => undoes === null && result !== null)
    .map(({ at }) => Date.parse(at))
    .filter((at) => now - at < windowMs);
  if (times.length === 0) return 0;
  const span = Math.max(shortestMs, now - Math.min(...times));
  return Math.round((times.length * 60_000) / span);
}
