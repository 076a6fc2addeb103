import { formatBreach, type Rule } from './breach.ts';
import { longFiles } from './rules/file-sizes.ts';
import { houseRules } from './rules.ts';
import { type Outcome, runTool, tools } from './tools.ts';

export interface CheckResult extends Outcome {
  name: string;
  seconds: number;
}

/**
 * Runs every check, also after one has failed, and prints each as it ends. The tools are processes of their own
 * and run beside the house rules, which take turns here.
 */
export async function runChecks(root: string, print: (line: string) => void): Promise<CheckResult[]> {
  const report = async (name: string, run: () => Promise<Outcome>): Promise<CheckResult> => {
    const begun = performance.now();
    const outcome = await run().catch(failed);
    const result = { name, ...outcome, seconds: (performance.now() - begun) / 1000 };
    print(formatResult(result));
    return result;
  };
  const running = Object.entries(tools).map(([name, tool]) => report(name, () => runTool(root, tool)));
  const results: CheckResult[] = [];
  for (const [name, rule] of Object.entries(houseRules)) {
    results.push(await report(`house: ${name}`, () => runRule(root, rule)));
  }
  results.push(...(await Promise.all(running)));
  for (const note of await longFiles(root)) print(`note  ${note}`);
  return results;
}

async function runRule(root: string, rule: Rule): Promise<Outcome> {
  const breaches = await rule(root);
  return { passed: breaches.length === 0, output: breaches.map(formatBreach).join('\n') };
}

/** A check that could not run has not passed. */
function failed(error: unknown): Outcome {
  return { passed: false, output: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

function formatResult({ name, passed, output, seconds }: CheckResult): string {
  const line = `${passed ? 'ok  ' : 'FAIL'}  ${name} (${seconds.toFixed(1)} s)`;
  return passed ? line : `${line}\n${output.replace(/^/gm, '      ')}\n`;
}
