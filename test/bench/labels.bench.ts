import type { Bench } from './bench.ts';
import { startChild } from './child.ts';
import type { Printed, PrintQuestion } from './labels/print-process.ts';
import { installReportlab, measureReportlab } from './labels/reportlab.ts';
import { median, rounded } from './statistics.ts';

const rounds = 3;
const small = 10_000;
const large = 50_000;

/** Labels as PDF by the product's own printing, against pdfkit and reportlab that draw as many rectangles and lines of text. */
export const bench: Bench = {
  name: 'labels',
  async run({ documents, say }) {
    const size = Math.min(documents ?? small, small);
    installReportlab(say);
    const speed = { product: [] as number[], bare: [] as number[], reportlab: [] as number[] };
    for (let round = 0; round < rounds; round += 1) {
      for (const ask of ['product', 'bare'] as const) {
        const [, measured] = await printInTurn([
          { ask, labels: 500 },
          { ask, labels: size },
        ]);
        speed[ask].push(size / (measured?.cpuSeconds ?? Number.NaN));
      }
      speed.reportlab.push(await measureReportlab(size / 5));
      const each = Object.entries(speed).map(([name, all]) => `${name} ${all.at(-1)?.toFixed(0)}`);
      say(`round ${round + 1}: ${each.join(', ')} labels a CPU-second`);
    }
    const files = [size, ...Array.from({ length: 4 }, () => (documents === undefined ? large : size * 5))];
    const memory = await printInTurn(files.map((labels) => ({ ask: 'product', labels })));
    const growth = Math.max(...memory.slice(1).map(({ rssMB }) => rssMB)) - (memory[0]?.rssMB ?? Number.NaN);
    return {
      ratios: {
        ofBarePdfkit: { value: median(speed.product) / median(speed.bare), limit: { atLeast: 0.6 } },
        ofReportlab: { value: median(speed.product) / median(speed.reportlab), limit: { atLeast: 1 } },
      },
      figures: {
        labelsPerCpuSecond: rounded(median(speed.product), 4),
        rssGrowthMB: rounded(growth),
        bareLabelsPerCpuSecond: rounded(median(speed.bare), 4),
        reportlabLabelsPerCpuSecond: rounded(median(speed.reportlab), 4),
      },
      notes: [],
    };
  },
};

async function printInTurn(questions: readonly PrintQuestion[]): Promise<Printed[]> {
  const child = startChild(new URL('./labels/print-process.ts', import.meta.url));
  try {
    const printed: Printed[] = [];
    for (const question of questions) printed.push(await child.ask<Printed>(question));
    return printed;
  } finally {
    await child.stop();
  }
}
