import type { Figure } from '../bench.ts';
import { rounded } from '../statistics.ts';
import { type ReaderName, readerNames } from './readers.ts';

/** One picture, read by all. */
export interface Outcome {
  group: string;
  expected: string;
  reads: Record<ReaderName, { text: string | null; cpuMs: number }>;
}

interface Counted {
  correct: number;
  missed: number;
  wrong: number;
}

export function figuresOf(outcomes: readonly Outcome[]): Record<ReaderName, Figure> {
  const of = (reader: ReaderName): Figure => {
    const times = outcomes.map(({ reads }) => reads[reader].cpuMs);
    return {
      ...count(outcomes, reader),
      cpuMsMedian: rounded(share(times, 0.5)),
      cpuMsP95: rounded(share(times, 0.95)),
    };
  };
  return { ours: of('ours'), zxing: of('zxing'), quagga: of('quagga') };
}

/** Median CPU of ours over zxing's, on the pictures that zxing reads. */
export function cpuOfZxing(outcomes: readonly Outcome[]): number {
  const read = outcomes.filter(({ reads }) => reads.zxing.text !== null);
  const median = (reader: ReaderName) =>
    share(
      read.map(({ reads }) => reads[reader].cpuMs),
      0.5,
    );
  return read.length === 0 ? 0 : median('ours') / median('zxing');
}

/** How many of each group every reader read; what it got wrong behind a `!`. */
export function linesByGroup(outcomes: readonly Outcome[]): string[] {
  const groups = [...new Set(outcomes.map(({ group }) => group))];
  return groups.map((group) => {
    const own = outcomes.filter((outcome) => outcome.group === group);
    const cells = readerNames.map((reader) => {
      const { correct, wrong } = count(own, reader);
      return `${reader} ${correct}${wrong > 0 ? ` !${wrong}` : ''}`.padEnd(12);
    });
    return `${group.padEnd(26)} ${String(own.length).padStart(4)}   ${cells.join(' ')}`.trimEnd();
  });
}

export function count(outcomes: readonly Outcome[], reader: ReaderName): Counted {
  const counted: Counted = { correct: 0, missed: 0, wrong: 0 };
  for (const { reads, expected } of outcomes) {
    const { text } = reads[reader];
    counted[text === null ? 'missed' : text === expected ? 'correct' : 'wrong'] += 1;
  }
  return counted;
}

function share(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
