import type { BenchResult, Figure, Ratio } from '../bench.ts';
import { median, percentile, rounded } from '../statistics.ts';
import type { Measured } from './measure.ts';
import { type Kind, kinds } from './requests.ts';

/** p99 over HTTP at most so many times that of the same statements alone. */
const limits: Record<Kind, number> = { code: 5, customer: 5, name: 2 };

interface Rounds {
  times: number[];
  elapsed: number;
}

const medianOf = (rounds: readonly Rounds[], hundredths: number) =>
  median(rounds.map(({ times }) => percentile(times, hundredths)));

function perSecond(rounds: readonly Rounds[]): number {
  return median(rounds.map(({ times, elapsed }) => (times.length * 1000) / elapsed));
}

export function presentMeasured(measured: Record<Kind, Measured>): BenchResult {
  const ratios = {} as Record<Kind, Ratio>;
  const figures: Record<string, Figure> = {};
  for (const kind of kinds) {
    const { http, bare, appCpuMs, statements, best } = measured[kind];
    ratios[kind] = { value: medianOf(http, 99) / medianOf(bare, 99), limit: { atMost: limits[kind] } };
    const sides = (read: (rounds: readonly Rounds[]) => number): Figure => ({
      http: rounded(read(http)),
      bare: rounded(read(bare)),
    });
    figures[kind] = {
      p50Ms: sides((rounds) => medianOf(rounds, 50)),
      p99Ms: sides((rounds) => medianOf(rounds, 99)),
      perSecond: sides(perSecond),
      statements: rounded(statements.flat().length / statements.length),
      appCpuMs: rounded(appCpuMs),
      ...(kind === 'name' ? { bestAnswers: rounded(best) } : {}),
    };
  }
  return { ratios, figures, notes: kinds.flatMap((kind) => statementNotes(kind, measured[kind])) };
}

const mostNotes = 8;

/** Which statements the bare side spends its time in, the longest first. */
function statementNotes(kind: Kind, { bare, http, appCpuMs }: Measured): string[] {
  const sums = new Map<string, { times: number; ms: number }>();
  for (const [text, { times, ms }] of bare.flatMap(({ byStatement }) => [...byStatement])) {
    const short = text.replaceAll(/\s+/g, ' ').replaceAll(/\$\d+/g, '?').trim().slice(0, 70);
    const sum = sums.get(short) ?? { times: 0, ms: 0 };
    sums.set(short, { times: sum.times + times, ms: sum.ms + ms });
  }
  const requests = bare.reduce((count, { times }) => count + times.length, 0);
  const longest = [...sums].sort(([, a], [, b]) => b.ms - a.ms).slice(0, mostNotes);
  const lines = longest.map(([text, { times, ms }]) => {
    const [each, often] = [(ms / times).toFixed(3), (times / requests).toFixed(2)];
    return `  ${each} ms × ${often}  ${text}`;
  });
  const busy = Math.round((appCpuMs * perSecond(http)) / 10);
  return [
    `With ${kind} requests the product's process was busy for ${busy} % of the time.`,
    `Statements of one ${kind} request, at eight connections without HTTP (mean × how often):`,
    ...lines,
  ];
}
