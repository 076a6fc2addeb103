import type { BenchResult, Figure, Limit, Ratio } from './bench.ts';
import { rounded } from './statistics.ts';

function holds({ value, limit }: Ratio): boolean {
  return 'atMost' in limit ? value <= limit.atMost : value >= limit.atLeast;
}

function limitText(limit: Limit): string {
  return 'atMost' in limit ? `≤ ${limit.atMost}` : `≥ ${limit.atLeast}`;
}

/** The ratios with their limits, then the figures, then where the time goes. */
export function printResult(name: string, { ratios, figures, notes }: BenchResult): void {
  const lines = Object.entries(ratios).map(([ratio, each]) => [
    `${name} ${ratio}`,
    String(rounded(each.value)),
    limitText(each.limit),
    holds(each) ? 'holds' : 'MISSED',
  ]);
  console.log(`\n${formatTable(['ratio', 'value', 'limit', ''], lines)}`);
  console.log(`\n${formatTable(['figure', 'value'], flatten(figures))}`);
  if (notes.length > 0) console.log(`\n${notes.join('\n')}`);
}

/** The one object that `--json` ends with. */
export function resultAsJson(name: string, { ratios, figures }: BenchResult): string {
  const values = Object.entries(ratios).map(([ratio, { value }]) => [ratio, rounded(value, 4)]);
  return JSON.stringify({ bench: name, ratios: Object.fromEntries(values), figures });
}

function flatten(figures: Record<string, Figure>, before = ''): string[][] {
  return Object.entries(figures).flatMap(([name, figure]) =>
    typeof figure === 'object' && figure !== null
      ? flatten(figure, `${before}${name} `)
      : [[`${before}${name}`, String(figure)]],
  );
}

function formatTable(head: readonly string[], lines: readonly string[][]): string {
  const all = [head, ...lines];
  const widths = head.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  return all
    .map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => line.trimEnd())
    .join('\n');
}
