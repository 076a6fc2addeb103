import { fileURLToPath } from 'node:url';
import { runChecks } from './house/checks.ts';
import { findChromium, installChromium } from './run/chromium.ts';
import { installTools, missingTools } from './run/install-tools.ts';
import { printTools } from './run/print-tools.ts';
import { add, formatTally, type Tally } from './run/tally.ts';
import { countTests, runVitest } from './run/vitest.ts';

// `npm test`: the checks, then all tests. `npm test -- test/api` runs just these, and no checks.
const root = fileURLToPath(new URL('../', import.meta.url));
const chosen = process.argv.slice(2);
const nothing: Tally = { passed: 0, failed: 0, skipped: 0 };

const checks = chosen.length === 0 ? await checkAll() : nothing;
const browserPath = findChromium() ?? (isWanted('browser') ? installChromium() : undefined);
const missingPrint = isWanted('labels') ? installTools(printTools) : missingTools(printTools);
const browser = await prepare('browser', browserPath !== undefined);
const labels = await prepare('labels', missingPrint.length === 0);
const tests = await runVitest(root, [...browser.arguments, ...labels.arguments, ...chosen], {
  ...process.env,
  ...(browserPath === undefined ? {} : { CHROMIUM_PATH: browserPath }),
});
const total = [checks, tests, browser.tally, labels.tally].reduce(add);

if (browserPath === undefined && browser.arguments.length > 0)
  console.log(
    missing(
      'CHROMIUM',
      'BROWSER',
      browser.tally,
      'INSTALL ONE (apt-get install chromium), OR SAY WHERE IT IS WITH CHROMIUM_PATH=/path/to/chromium.',
    ),
  );
if (labels.arguments.length > 0)
  console.log(
    missing('PRINT TOOLS', 'LABEL', labels.tally, `INSTALL THEM: apt-get install ${missingPrint.join(' ')}`),
  );
console.log(`\n${formatTally(total)}`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** Each check counts as one test. */
async function checkAll(): Promise<Tally> {
  const results = await runChecks(root, (line) => console.log(line));
  const failed = results.filter(({ passed }) => !passed).length;
  return { passed: results.length - failed, failed, skipped: 0 };
}

/** Who has chosen tests elsewhere, or the project himself, is not to wait for an installation. */
function isWanted(project: string): boolean {
  return chosen.length === 0 || chosen.some((argument) => argument.includes(project));
}

interface Prepared {
  /** What vitest has to be told where something is missing. */
  arguments: string[];
  tally: Tally;
}

/** Without what a project's tests need they are left out, which counts as skipped, or in CI as failed. */
async function prepare(project: string, isThere: boolean): Promise<Prepared> {
  const leaveOut = !isThere && !chosen.some((argument) => argument.startsWith('--project'));
  if (!leaveOut || !isWanted(project))
    return { arguments: leaveOut ? [`--project=!${project}`] : [], tally: nothing };
  const count = await countTests(root, [`--project=${project}`, ...chosen]);
  const tally = process.env['CI'] ? { ...nothing, failed: count } : { ...nothing, skipped: count };
  return { arguments: count > 0 ? [`--project=!${project}`, '--passWithNoTests'] : [], tally };
}

function missing(what: string, tests: string, { failed, skipped }: Tally, remedy: string): string {
  const become = failed > 0 ? 'FAILED' : 'WERE SKIPPED';
  return `\nNO ${what} FOUND: ${failed + skipped} ${tests} TESTS ${become}.\n${remedy}`;
}
