import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Tally, tallyReport } from './tally.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
let running: ReturnType<typeof spawn> | undefined;

function passOn(signal: NodeJS.Signals): void {
  running?.kill(signal);
}

/** Runs vitest with these arguments, its output as it comes, and counts. */
export async function runVitest(
  root: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<Tally> {
  const folder = makeTemporaryFolder();
  // Whoever stops the run, by Ctrl-C above all, stops vitest; what is to be cleared away afterwards still is.
  for (const signal of signals) process.on(signal, passOn);
  const file = join(folder.path, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  try {
    // What is started for many tests, the product first of all, is compiled once and not each time.
    const own = { TMPDIR: folder.path, NODE_COMPILE_CACHE: join(folder.path, 'compiled') };
    const child = startVitest(root, ['run', ...reporters, ...args], { ...environment, ...own }, 'inherit');
    running = child;
    const code = await ended(child);
    const report = await readFile(file, 'utf8').then(JSON.parse, () => undefined);
    return tallyReport(report, code);
  } finally {
    for (const signal of signals) process.off(signal, passOn);
    running = undefined;
    folder.remove();
  }
}

/** How many tests there are, without running them; 1 where that cannot be told. */
export async function countTests(root: string, args: readonly string[]): Promise<number> {
  const child = startVitest(root, ['list', '--json', ...args], process.env, 'pipe');
  let output = '';
  child.stdout?.on('data', (data) => (output += data));
  await ended(child);
  try {
    const tests: unknown = JSON.parse(output.slice(output.indexOf('[')));
    return Array.isArray(tests) ? tests.length : 1;
  } catch {
    return 1;
  }
}

function startVitest(
  root: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  stdout: 'inherit' | 'pipe',
) {
  const script = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  return spawn(process.execPath, [script, ...args], {
    cwd: root,
    env,
    stdio: ['inherit', stdout, 'inherit'],
  });
}

function ended(child: ReturnType<typeof spawn>): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
}
