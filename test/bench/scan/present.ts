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
    const { http, reference, productUs, postgresUs } = measured[shape];
    const perSecond = median(http.map((each) => each.perSecond));
    const referencePerSecond = median(reference);
    ratios[shape] = { value: perSecond / referencePerSecond, limit: { atLeast: limits[shape] } };
    figures[shape] = {
      scansPerSecond: Math.round(perSecond),
      referencePerSecond: Math.round(referencePerSecond),
      p50Ms: rounded(median(http.map(({ p50Ms }) => p50Ms))),
      p99Ms: rounded(median(http.map(({ p99Ms }) => p99Ms))),
      productUs: rounded(median(productUs)),
      postgresUs: rounded(median(postgresUs)),
    };
    const busy = (us: number) => Math.round((us * perSecond) / 10_000);
    const parts = [`the product ${busy(median(productUs))} %`, `Postgres ${busy(median(postgresUs))} %`];
    notes.push(`With ${shape} these were busy, of one processor: ${parts.join(', ')}.`);
  }
  return { ratios, figures, notes };
}
