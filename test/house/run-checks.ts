import { fileURLToPath } from 'node:url';
import { runChecks } from './checks.ts';

// `npm run check`: everything about the code that needs no database and no browser.
const root = fileURLToPath(new URL('../../', import.meta.url));
const results = await runChecks(root, (line) => console.log(line));
const failed = results.filter((result) => !result.passed);
console.log(
  failed.length === 0
    ? `All ${results.length} checks passed.`
    : `${failed.length} of ${results.length} checks failed: ${failed.map(({ name }) => name).join(', ')}.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
