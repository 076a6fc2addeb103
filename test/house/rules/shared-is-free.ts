import { runInNewContext } from 'node:vm';
import type { Breach } from '../breach.ts';
import { type Import, type SourceFile, sourcesBelow } from '../source/files.ts';
import { freeNames } from '../source/free-names.ts';

const rule = 'shared-is-free';

/** `shared/` runs on the server and in the browser: it knows neither, and imports only zod and itself. */
export async function sharedIsFree(root: string): Promise<Breach[]> {
  const sources = await sourcesBelow(root, 'shared');
  return sources.filter(({ file }) => !/\.test\.tsx?$/.test(file)).flatMap(breachesIn);
}

function breachesIn(source: SourceFile): Breach[] {
  const at = (line: number, message: string): Breach => ({ file: source.file, line, rule, message });
  return [
    ...source.imports
      .filter((imported) => !mayImport(imported))
      .map(({ line, specifier }) =>
        at(line, `shared/ imports only zod and shared/: "${specifier}" belongs to the server or the client`),
      ),
    ...freeNames(source.program)
      .filter(({ name }) => !language.has(name))
      .map(({ name, node }) =>
        at(source.lineOf(node), `"${name}" is a global of Node or of the browser: pass it in as an argument`),
      ),
  ];
}

function mayImport({ specifier, target }: Import): boolean {
  return target === undefined ? /^zod(\/|$)/.test(specifier) : target.startsWith('shared/');
}

// A list of what is allowed holds where a list of what is forbidden would have gaps: a bare context of the engine
// knows the language and nothing else (beside its console). The types are those of TypeScript's lib.es*.d.ts.
const ecmascript: string[] = runInNewContext('Object.getOwnPropertyNames(globalThis)');
const types =
  'const Record Partial Required Readonly Pick Omit Exclude Extract NonNullable ReturnType Parameters Awaited InstanceType ConstructorParameters NoInfer PropertyKey ReadonlyArray ReadonlyMap ReadonlySet ArrayLike PromiseLike Iterable Iterator IterableIterator Generator AsyncIterable AsyncIterator AsyncGenerator Uppercase Lowercase Capitalize Uncapitalize ErrorOptions TemplateStringsArray ThisType RegExpExecArray RegExpMatchArray';
const language: ReadonlySet<string> = new Set(
  [...ecmascript, ...types.split(' '), 'structuredClone', 'undefined', 'arguments'].filter(
    (name) => name !== 'console' && name !== 'WebAssembly',
  ),
);
