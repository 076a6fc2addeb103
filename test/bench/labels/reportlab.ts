import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { paperDesign } from '../../../server/labels/draw/designs.ts';
import { drawSheets } from '../../../server/labels/draw/draw-sheets.ts';
import type { Drawing } from '../../../server/labels/draw/drawing.ts';
import { dotGrid } from '../../../server/labels/draw/grid.ts';
import { getTemplate, slotsOf, templates } from '../../../shared/labels/templates.ts';
import { installNeeded, runs } from '../scan/run.ts';
import { contentOf, linesOf, makeContents } from './contents.ts';
import { rectanglesOf } from './rectangles.ts';

/** Debian's own, whatever other Python the machine has. */
const python = '/usr/bin/python3';
const template = getTemplate(templates[0].key);

/** Throws what to install where Debian's reportlab is missing and cannot be installed. */
export function installReportlab(say: (line: string) => void): void {
  const has = (module: string) => () => runs(python, '-c', `import ${module}`);
  const needed = [
    { what: 'reportlab', debianPackage: 'python3-reportlab', isThere: has('reportlab') },
    // Its inner loops in C; without them the comparison would be an easy one.
    {
      what: 'the accelerator of reportlab',
      debianPackage: 'python3-reportlab-accel',
      isThere: has('reportlab.lib._rl_accel'),
    },
  ];
  installNeeded(needed, say);
}

/** The sheet that pdfkit draws: the same rectangles and lines of text in the same fonts. Labels a CPU-second. */
export async function measureReportlab(labels: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'spoor-bench-'));
  try {
    const asked = await describeSheet(labels, folder);
    const child = spawn(python, [fileURLToPath(new URL('draw-labels.py', import.meta.url))], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    child.stdin.end(JSON.stringify(asked));
    const { cpuSeconds } = (await json(child.stdout)) as { cpuSeconds: number };
    return labels / cpuSeconds;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function describeSheet(labels: number, folder: string) {
  const sheet = await drawOneSheet();
  const slots = slotsOf(template);
  const fonts: Record<string, string> = {};
  for (const { run } of sheet.texts) {
    fonts[run.file.key] = join(folder, `${run.file.key}.ttf`);
    await writeFile(fonts[run.file.key]!, run.file.bytes);
  }
  const part = <T>(all: readonly T[], slot: number) =>
    all.slice((slot * all.length) / slots, ((slot + 1) * all.length) / slots);
  return {
    width: sheet.width,
    height: sheet.height,
    labels,
    fonts,
    slots: Array.from({ length: slots }, (_, slot) => ({
      symbols: part(sheet.symbols, slot).map((symbol) => ({ ...symbol, rectangles: rectanglesOf(symbol) })),
      texts: part(sheet.texts, slot).map(({ run, ...text }) => ({ ...text, font: run.file.key })),
    })),
    lines: Array.from({ length: labels }, (_, index) => linesOf(contentOf(index + 1, labels))),
  };
}

/** One full sheet as the product draws it at 300 dpi. */
export async function drawOneSheet(): Promise<Drawing> {
  const labels = makeContents(slotsOf(template));
  const sheet = { template, design: paperDesign, grid: dotGrid(300), lines: 1 };
  for await (const page of drawSheets(sheet, 1, labels)) return page;
  throw new Error('no sheet was drawn');
}
