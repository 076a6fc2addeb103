import type { BenchResult, Figure, Ratio } from '../bench.ts';
import { median, rounded } from '../statistics.ts';
import { type Measured, type Shape, shapeNames } from './measure.ts';

/** Scans per second at least so many times the reference's transactions per second. */
const limits: Record<Shape, number> = { single8: 0.3, single32: 0.5, batch100: 3 };

export function presentMeasured(
  measured: Record<Shape, Measured>,
  size: { documents: number; scans: number },
): BenchResult {
  const ratios = {} as Record<Shape, Ratio>;
  const figures: Record<string, Figure> = { ...size };
  const notes: string[] = [];
  for (const shape of shapeNames) {
    const { http, reference, productUs, postgresUs, referenceUs } = measured[shape];
    const perSecond = median(http.map((each) => each.perSecond));
    // Of each round, whose two sides had the same machine.
    const each = http.map((round, index) => round.perSecond / (reference[index] ?? Number.NaN));
    ratios[shape] = { value: median(each), limit: { atLeast: limits[shape] } };
    figures[shape] = {
      scansPerSecond: Math.round(perSecond),
      referencePerSecond: Math.round(median(reference)),
      p50Ms: rounded(median(http.map(({ p50Ms }) => p50Ms))),
      p99Ms: rounded(median(http.map(({ p99Ms }) => p99Ms))),
      productUs: rounded(median(productUs)),
      postgresUs: rounded(median(postgresUs)),
      referenceUs: rounded(median(referenceUs)),
    };
    const busy = (us: number) => Math.round((us * perSecond) / 10_000);
    const parts = [`the product ${busy(median(productUs))} %`, `Postgres ${busy(median(postgresUs))} %`];
    notes.push(`With ${shape} these were busy, of one processor: ${parts.join(', ')}.`);
  }
  return { ratios, figures, notes };
}
