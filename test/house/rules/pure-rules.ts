import type { Node } from 'oxc-parser';
import type { Breach } from '../breach.ts';
import { type Import, type SourceFile, sourcesBelow } from '../source/files.ts';
import { type FreeName, freeNames } from '../source/free-names.ts';
import { walk } from '../source/tree.ts';

const rule = 'pure-rules';

/** `*.rules.ts` are the law: the same answer for the same arguments, with no clock, chance or outside world. */
export async function pureRules(root: string): Promise<Breach[]> {
  const sources = await sourcesBelow(root, 'server', 'shared');
  return sources.filter(({ file }) => file.endsWith('.rules.ts')).flatMap(breachesIn);
}

function breachesIn(source: SourceFile): Breach[] {
  const at = (line: number, message: string): Breach => ({ file: source.file, line, rule, message });
  return [
    ...source.imports
      .filter((imported) => !mayImport(imported))
      .map(({ line, specifier }) =>
        at(
          line,
          `rules import only shared/, other rules and types: "${specifier}" is an argument, or not for rules`,
        ),
      ),
    ...freeNames(source.program)
      .filter(({ name }) => outside.has(name))
      .map(({ name, node }) =>
        at(source.lineOf(node), `rules are pure: take what "${name}" gives as an argument`),
      ),
    ...impureCalls(source).map((node) =>
      at(
        source.lineOf(node),
        'rules know no clock and no chance: take the time or the number as an argument',
      ),
    ),
  ];
}

function mayImport({ target, typeOnly }: Import): boolean {
  if (typeOnly) return true;
  return target !== undefined && (target.startsWith('shared/') || target.endsWith('.rules.ts'));
}

const outside: ReadonlySet<string> = new Set([
  'process',
  'fetch',
  'crypto',
  'performance',
  'globalThis',
  'console',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
]);

/** `Date.now()`, `new Date()` and `Date()` without an argument, `Math.random()`, of the global Date and Math. */
function impureCalls({ program }: SourceFile): Node[] {
  const globals = new Set(
    freeNames(program)
      .filter(isClockOrChance)
      .map(({ node }) => node),
  );
  const found: Node[] = [];
  walk(program, (node) => {
    if (node.type === 'MemberExpression' && globals.has(node.object) && node.property.type === 'Identifier') {
      if (node.property.name === 'now' || node.property.name === 'random') found.push(node);
    }
    if ((node.type === 'NewExpression' || node.type === 'CallExpression') && globals.has(node.callee)) {
      if (node.arguments.length === 0 || node.type === 'CallExpression') found.push(node);
    }
    return undefined;
  });
  return found;
}

function isClockOrChance({ name }: FreeName): boolean {
  return name === 'Date' || name === 'Math';
}
