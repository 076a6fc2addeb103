import { readdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Bench } from './bench.ts';
import { printResult, resultAsJson } from './print-result.ts';

// `npm run bench`: every bench of this folder; `npm run bench -- lookup --json` one of them, with its result as last line.

const help = `npm run bench -- [name …] [--json] [--documents N]
  --json         the last line is one object: {bench, ratios, figures}; a line for each where several run
  --documents N  fewer documents than the bench is meant for, while working on it
  --photos DIR   decode: reads the PNG, JPEG and GIF files of a folder, the right text in <name>.txt beside each
  --any-text     decode: every text counts, not only our codes`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    documents: { type: 'string' },
    photos: { type: 'string' },
    'any-text': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const suffix = '.bench.ts';
const known = (await readdir(new URL('.', import.meta.url)))
  .filter((file) => file.endsWith(suffix))
  .map((file) => file.slice(0, -suffix.length))
  .sort();
const unknown = positionals.filter((name) => !known.includes(name));
const documents = values.documents === undefined ? undefined : Number(values.documents);
const settings = { documents, photos: values.photos, anyText: values['any-text'] };
const wrongNumber = documents !== undefined && !(Number.isInteger(documents) && documents >= 1_000);

if (values.help) {
  console.log(help);
} else if (unknown.length > 0 || wrongNumber) {
  console.error(wrongNumber ? '--documents takes a whole number, 1000 or more.' : `No bench: ${unknown}.`);
  console.error(`${help}\nThere are: ${known.join(', ')}`);
  process.exitCode = 2;
} else {
  process.exitCode = await runBenches(positionals.length > 0 ? positionals : known);
}

/** Not 0 only where a bench could not measure: a limit that is missed is a result. */
async function runBenches(names: readonly string[]): Promise<number> {
  const lines: string[] = [];
  let failed = 0;
  for (const name of names) {
    try {
      const { bench } = (await import(`./${name}${suffix}`)) as { bench: Bench };
      const result = await bench.run({ ...settings, say: (line) => console.log(`${name}: ${line}`) });
      printResult(name, result);
      lines.push(resultAsJson(name, result));
    } catch (error) {
      failed += 1;
      console.error(`\n${name} could not measure:`, error);
    }
  }
  if (values.json) for (const line of lines) console.log(line);
  return failed === 0 ? 0 : 1;
}
