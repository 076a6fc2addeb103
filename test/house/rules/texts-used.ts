import type { Node } from 'oxc-parser';
import type { Breach } from '../breach.ts';
import { readCatalogues, textsFolder, withoutPlural } from '../source/catalogues.ts';
import { type SourceFile, sourcesBelow } from '../source/files.ts';
import { literalText, walk } from '../source/tree.ts';

const rule = 'texts-used';

/** A key as it stands in the code. A family (`problem.${code}`) is a pattern for many keys. */
interface Mention {
  source: SourceFile;
  node: Node;
  written: string;
  pattern: RegExp;
  /** Handed to `t` or `i18nKey`, so that it has to exist; elsewhere it may be any text. */
  translated: boolean;
}

/** Every key that the screens ask for exists, and every text is asked for. */
export async function textsUsed(root: string): Promise<Breach[]> {
  const catalogues = (await readCatalogues(root)).filter(({ language }) => language === 'en');
  const sources = (await sourcesBelow(root, 'client/src')).filter(
    ({ file }) => !file.startsWith(`${textsFolder}/`) && !/\.test\.tsx?$/.test(file),
  );
  const mentions = sources.flatMap(mentionsIn);
  const keys = catalogues.flatMap((catalogue) =>
    [...catalogue.texts].map(([key, { line }]) => ({
      file: catalogue.file,
      line,
      ...namesOf(catalogue.name, key),
    })),
  );
  const known = (mention: Mention) =>
    keys.some(({ names }) => names.some((name) => mention.pattern.test(name)));
  const used = (names: string[]) =>
    mentions.some(({ pattern, translated }) =>
      // A key of one word counts only where it is translated: "title" may stand anywhere.
      names.some((name) => (translated || /[.:]/.test(name)) && pattern.test(name)),
    );
  return [
    ...mentions
      .filter((mention) => mention.translated && !known(mention))
      .map(({ source, node, written }) => ({
        file: source.file,
        line: source.lineOf(node),
        rule,
        message: `no text has the key "${written}": add it under ${textsFolder}/, or correct the key`,
      })),
    ...keys
      .filter(({ names }) => !used(names))
      .map(({ file, line, key }) => ({
        file,
        line,
        rule,
        message: `nobody says "${key}": delete it in all languages`,
      })),
  ];
}

/** How the code may call a text: with or without its catalogue, without its plural form. */
function namesOf(catalogue: string, key: string): { key: string; names: string[] } {
  const bare = [...new Set([key, withoutPlural(key)])];
  return { key, names: [...bare, ...bare.map((name) => `${catalogue}:${name}`)] };
}

function mentionsIn(source: SourceFile): Mention[] {
  const found: Mention[] = [];
  walk(source.program, (node, parents) => {
    const pattern = patternOf(node);
    if (pattern) {
      const written = source.text.slice(node.start + 1, node.end - 1);
      found.push({ source, node, written, pattern, translated: isTranslated(node, parents) });
    }
    return undefined;
  });
  return found;
}

function patternOf(node: Node): RegExp | undefined {
  const text = literalText(node);
  if (text !== undefined) return isKey(text) ? new RegExp(`^${literally(text)}$`) : undefined;
  if (node.type !== 'TemplateLiteral') return undefined;
  const parts = node.quasis.map((quasi) => quasi.value.cooked ?? '');
  // A family needs a fixed beginning that ends with a dot: `${anything}` would use every text there is.
  if (!/^[\w:-]+(\.[\w-]+)*\.$/.test(parts[0] ?? '')) return undefined;
  return new RegExp(`^${parts.map(literally).join('.+')}$`);
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function isKey(text: string): boolean {
  return /^[\w:-]+(\.[\w-]+)*$/.test(text);
}

/** True below the first argument of `t(…)` or in `i18nKey`, also where a condition chooses between keys. */
function isTranslated(node: Node, parents: readonly Node[]): boolean {
  let child: Node = node;
  for (const parent of parents.toReversed()) {
    if (parent.type === 'CallExpression') return isT(parent.callee) && parent.arguments[0] === child;
    if (parent.type === 'JSXAttribute') return parent.name.name === 'i18nKey';
    if (parent.type === 'ConditionalExpression' && parent.test === child) return false;
    if (!/^(Conditional|Logical|Parenthesized|TSAs|TSSatisfies|JSX)Expression/.test(parent.type))
      return false;
    child = parent;
  }
  return false;
}

function isT(callee: Node): boolean {
  if (callee.type === 'MemberExpression') return isT(callee.property);
  return callee.type === 'Identifier' && callee.name === 't';
}
