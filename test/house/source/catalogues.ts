import { posix } from 'node:path';
import type { Node, ObjectExpression } from 'oxc-parser';
import { bare, findInitial } from './data-in-code.ts';
import { foldersIn, type SourceFile, sourcesBelow } from './files.ts';
import { literalText } from './tree.ts';

export const textsFolder = 'client/src/texts';

export interface Text {
  text: string;
  line: number;
}

/** One file of texts: `client/src/texts/en/jobs.ts`, which exports `jobs`. */
export interface Catalogue {
  file: string;
  language: string;
  /** The name of the file: what i18next calls the namespace. */
  name: string;
  /** By key with dots: `state.queued`. */
  texts: ReadonlyMap<string, Text>;
  /** Lines whose value is no plain text, so that nobody can check it. */
  unreadable: readonly number[];
}

export async function readCatalogues(root: string): Promise<Catalogue[]> {
  const languages = await foldersIn(root, textsFolder);
  const read = languages.map(async (language) => {
    const sources = await sourcesBelow(root, `${textsFolder}/${language}`);
    return sources
      .filter(({ file }) => !/\.(test|d)\.ts$/.test(file))
      .map((source) => readCatalogue(source, language));
  });
  return (await Promise.all(read)).flat();
}

function readCatalogue(source: SourceFile, language: string): Catalogue {
  const name = posix.basename(source.file, '.ts');
  const texts = new Map<string, Text>();
  const unreadable: number[] = [];
  const read = (object: ObjectExpression, path: string): void => {
    for (const property of object.properties) {
      const key = property.type === 'Property' && !property.computed ? nameOf(property.key) : undefined;
      const value = property.type === 'Property' ? bare(property.value) : undefined;
      const text = textOf(value);
      if (key === undefined || value === undefined) unreadable.push(source.lineOf(property));
      else if (value.type === 'ObjectExpression') read(value, `${path}${key}.`);
      else if (text === undefined) unreadable.push(source.lineOf(property));
      else texts.set(`${path}${key}`, { text, line: source.lineOf(property) });
    }
  };
  const initial = findInitial(source, name);
  if (initial?.type === 'ObjectExpression') read(initial, '');
  else unreadable.push(1);
  return { file: source.file, language, name, texts, unreadable };
}

function nameOf(key: Node): string | undefined {
  return key.type === 'Identifier' ? key.name : literalText(key);
}

/** A literal, or literals put together with `+` so that the lines stay short. */
function textOf(node: Node | undefined): string | undefined {
  if (node?.type !== 'BinaryExpression' || node.operator !== '+') return literalText(node);
  const [left, right] = [textOf(node.left), textOf(node.right)];
  return left === undefined || right === undefined ? undefined : left + right;
}

/** `found_one` → `found`: what the code calls a text of several plural forms. */
export function withoutPlural(key: string): string {
  return key.replace(/(_ordinal)?_(zero|one|two|few|many|other)$/, '');
}
