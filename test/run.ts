import { fileURLToPath } from 'node:url';
import { runChecks } from './house/checks.ts';
import { findChromium, installChromium } from './run/chromium.ts';
import { add, formatTally, type Tally } from './run/tally.ts';
import { countTests, runVitest } from './run/vitest.ts';

// `npm test`: the checks, then all tests. `npm test -- test/api` runs just these, and no checks.
const root = fileURLToPath(new URL('../', import.meta.url));
const chosen = process.argv.slice(2);
const nothing: Tally = { passed: 0, failed: 0, skipped: 0 };

const checks = chosen.length === 0 ? await checkAll() : nothing;
const browser = await prepareBrowser();
const tests = await runVitest(root, [...browser.arguments, ...chosen], {
  ...process.env,
  ...(browser.path === undefined ? {} : { CHROMIUM_PATH: browser.path }),
});
const total = [checks, tests, browser.tally].reduce(add);

if (browser.path === undefined && browser.arguments.length > 0) console.log(missingBrowser(browser.tally));
console.log(`\n${formatTally(total)}`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** Each check counts as one test. */
async function checkAll(): Promise<Tally> {
  const results = await runChecks(root, (line) => console.log(line));
  const failed = results.filter(({ passed }) => !passed).length;
  return { passed: results.length - failed, failed, skipped: 0 };
}

interface Browser {
  path: string | undefined;
  /** What vitest has to be told where there is none. */
  arguments: string[];
  tally: Tally;
}

/** Finds a browser or installs one. Without one its tests are left out, which counts as skipped, or in CI as failed. */
async function prepareBrowser(): Promise<Browser> {
  // Who has chosen tests elsewhere, or the project himself, is not to wait for an installation.
  const wanted = chosen.length === 0 || chosen.some((argument) => argument.includes('browser'));
  const path = findChromium() ?? (wanted ? installChromium() : undefined);
  const leaveOut = path === undefined && !chosen.some((argument) => argument.startsWith('--project'));
  if (!leaveOut || !wanted)
    return { path, arguments: leaveOut ? ['--project=!browser'] : [], tally: nothing };
  const count = await countTests(root, ['--project=browser', ...chosen]);
  const tally = process.env['CI'] ? { ...nothing, failed: count } : { ...nothing, skipped: count };
  return { path, arguments: count > 0 ? ['--project=!browser', '--passWithNoTests'] : [], tally };
}

function missingBrowser({ failed, skipped }: Tally): string {
  const what = failed > 0 ? 'FAILED' : 'WERE SKIPPED';
  return `\nNO CHROMIUM WAS FOUND: ${failed + skipped} BROWSER TESTS ${what}.
INSTALL ONE (apt-get install chromium), OR SAY WHERE IT IS WITH CHROMIUM_PATH=/path/to/chromium.`;
}
