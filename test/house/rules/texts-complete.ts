import type { Breach } from '../breach.ts';
import { type Catalogue, readCatalogues, textsFolder, withoutPlural } from '../source/catalogues.ts';
import { literalsOf } from '../source/data-in-code.ts';
import { findSource } from '../source/files.ts';

const rule = 'texts-complete';
const first = 'en';

/** Every language says the same things, and what the product can answer with has words in all of them. */
export async function textsComplete(root: string): Promise<Breach[]> {
  const catalogues = await readCatalogues(root);
  const english = catalogues.filter(({ language }) => language === first);
  const others = [...new Set(catalogues.map(({ language }) => language))].filter((one) => one !== first);
  return [
    ...catalogues.flatMap(({ file, unreadable }) =>
      unreadable.map((line) => ({
        file,
        line,
        rule,
        message: 'a catalogue holds plain texts only: write it out',
      })),
    ),
    ...others.flatMap((language) =>
      compareAll(
        english,
        catalogues.filter((one) => one.language === language),
        language,
      ),
    ),
    // The others have the same keys.
    ...english.flatMap(lonelyPlurals),
    ...(await wordsForCodes(root, english)),
  ];
}

function compareAll(english: Catalogue[], translated: Catalogue[], language: string): Breach[] {
  const missing = english.filter(({ name }) => !translated.some((other) => other.name === name));
  return [
    ...missing.map(({ file, name }) => ({
      file,
      rule,
      message: `${textsFolder}/${language}/${name}.ts is missing: translate this file`,
    })),
    ...translated.flatMap((other) =>
      compare(
        english.find(({ name }) => name === other.name),
        other,
      ),
    ),
  ];
}

function compare(english: Catalogue | undefined, other: Catalogue): Breach[] {
  const texts = english?.texts ?? new Map();
  const absent = [...texts].filter(([key]) => !other.texts.has(key));
  const breaches = absent.map(([key, { line }]) => ({
    file: english?.file ?? '',
    line,
    rule,
    message: `"${key}" is missing in ${other.file}: translate it`,
  }));
  for (const [key, { text, line }] of other.texts) {
    const at = (message: string) => breaches.push({ file: other.file, line, rule, message });
    const original = texts.get(key)?.text;
    if (original === undefined) at(`"${key}" is not in the English texts: add it there, or delete it`);
    else if (placeholders(original) !== placeholders(text))
      at(
        `"${key}" fills in ${placeholders(text) || 'nothing'}, the English text ${placeholders(original) || 'nothing'}`,
      );
    if (text.trim() === '') at(`"${key}" is empty: say something`);
  }
  return breaches;
}

function placeholders(text: string): string {
  const names = [...text.matchAll(/\{\{-?\s*(\w+)[^}]*\}\}/g)].map((match) => match[1]);
  return [...new Set(names)].sort().join(', ');
}

/** Without the first, "1 letters"; without the second most numbers have no words. */
const forms = ['one', 'other'];

function lonelyPlurals({ file, texts }: Catalogue): Breach[] {
  return [...texts].flatMap(([key, { text, line }]) => {
    const bare = withoutPlural(key);
    const counts = /\{\{count\b/.test(text);
    if (bare === key && counts) {
      const message = `"${key}" counts in one form only: add "${key}_one" and "${key}_other", or fill in {{amount}} where it reads the same for one`;
      return [{ file, line, rule, message }];
    }
    if (!key.endsWith('_one') && !(key.endsWith('_other') && counts)) return [];
    return forms
      .filter((form) => !texts.has(`${bare}_${form}`))
      .map((form) => ({ file, line, rule, message: `"${key}" has no "${bare}_${form}" beside it: add it` }));
  });
}

/** Where the code names things that the screens need words for: the family of keys has exactly these. */
const families = [
  { source: 'shared/errors.ts', list: 'problems', catalogue: 'common', family: 'problem' },
  { source: 'shared/permissions.ts', list: 'permissions', catalogue: 'common', family: 'permission' },
  { source: 'shared/permissions.ts', list: 'roles', catalogue: 'common', family: 'role' },
  { source: 'shared/contracts/fields.ts', list: 'languages', catalogue: 'common', family: 'language' },
  { source: 'shared/contracts/jobs.ts', list: 'jobStates', catalogue: 'jobs', family: 'state' },
];

async function wordsForCodes(root: string, english: Catalogue[]): Promise<Breach[]> {
  const breaches = families.map(async ({ source, list, catalogue, family }) => {
    const file = await findSource(root, source);
    const words = english.find(({ name }) => name === catalogue);
    if (!file || !words) return [];
    const codes = literalsOf(file, list).map(({ text, line }) => ({ key: `${family}.${text}`, line }));
    const stale = [...words.texts].filter(
      ([key]) => key.startsWith(`${family}.`) && !codes.some((code) => code.key === key),
    );
    return [
      ...codes
        .filter(({ key }) => !words.texts.has(key))
        .map(({ key, line }) => ({
          file: source,
          line,
          rule,
          message: `"${key}" has no words: add it to ${words.file}`,
        })),
      ...stale.map(([key, { line }]) => ({
        file: words.file,
        line,
        rule,
        message: `"${key}" has words, but is not in "${list}" of ${source}: delete it`,
      })),
    ];
  });
  return (await Promise.all(breaches)).flat();
}
