import { describe, expect, test } from 'vitest';
import { manual as english } from '../../texts/en/manual.ts';
import { manual as dutch } from '../../texts/nl/manual.ts';
import { type Block, readBlocks } from './manual-text.ts';
import { type Article, type Manual, searchManual } from './search-manual.ts';

const manuals: Record<string, Manual> = { en: english.article, nl: dutch.article };
const order = Object.keys(english.article) as (keyof Manual)[];

/** The texts of a manual by `article#part`. */
function textsOf(manual: Manual): Map<string, string> {
  const articles = Object.entries(manual) as [string, Article][];
  return new Map(
    articles.flatMap(([slug, { parts }]) =>
      Object.entries(parts).map(([part, { text }]): [string, string] => [`${slug}#${part}`, text]),
    ),
  );
}

/** Every text of the screens in a language, but those of the manual itself; what is filled in left out. */
const catalogues = import.meta.glob<object>('../../texts/*/*.ts', { eager: true });
function onScreens(language: string): Set<string> {
  const all = Object.entries(catalogues).filter(
    ([file]) => file.includes(`/${language}/`) && !file.endsWith('/manual.ts'),
  );
  const texts = all.flatMap(([, module]) => leavesOf(module));
  return new Set(
    texts.map((text) =>
      text
        .replace(/\{\{.*?\}\}/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    ),
  );
}

function leavesOf(value: object): string[] {
  return Object.values(value).flatMap((one) => (typeof one === 'string' ? [one] : leavesOf(one as object)));
}

/** What a manual names and no catalogue has: keys, what is scanned or typed, names of columns. */
const elsewhere =
  /^(\?|Tab|Shift Tab|Esc|F\d|(Ctrl|⌘) K|UNDO|npm run .*|reference|name|do not mail|kenmerk|naam|geen post)$/;

const inlinesOf = (block: Block) => (block.is === 'paragraph' ? [block.content] : block.items).flat();
const shapeOf = (text: string) =>
  readBlocks(text).map((block) => ({
    is: block.is,
    items: block.is === 'paragraph' ? 1 : block.items.length,
    links: inlinesOf(block).flatMap((one) => (one.is === 'link' ? [one.to] : [])),
  }));

test('both languages have the same paragraphs, steps and links, so that no step is told to half of the readers', () => {
  const translated = textsOf(dutch.article);
  for (const [key, text] of textsOf(english.article))
    expect(shapeOf(translated.get(key) ?? ''), key).toEqual(shapeOf(text));
});

describe.each(Object.entries(manuals))('the manual in %s', (language, manual) => {
  const texts = textsOf(manual);

  test('what it says stands on the screen stands there, whole and with the same capitals', () => {
    const screens = onScreens(language);
    for (const [key, text] of texts)
      for (const one of readBlocks(text).flatMap(inlinesOf))
        if (one.is === 'strong' && !elsewhere.test(one.text))
          expect(screens.has(one.text), `${key}: ${one.text}`).toBe(true);
  });

  test('every link leads to an article or a part of one', () => {
    const known = new Set([...Object.keys(manual), ...texts.keys()]);
    for (const [key, text] of texts)
      for (const { links } of shapeOf(text)) for (const to of links) expect(known, key).toContain(to);
  });

  test('no sign of the notation is left over in what is read', () => {
    for (const [key, text] of texts)
      for (const block of readBlocks(text))
        for (const { text: words } of inlinesOf(block))
          expect(words, key).not.toMatch(/\*\*|\]\(|^- |^\d+\. /);
  });
});

describe('searching the manual', () => {
  const found = (manual: Manual, query: string) =>
    searchManual(manual, order, query).map(({ slug, part }) => (part ? `${slug}#${part}` : slug));

  test('a word in a title comes before one in a text, and parts lead to their place', () => {
    expect(found(english.article, 'moment')[0]).toBe('glossary#moment');
    expect(found(english.article, 'move a box')[0]).toBe('places#move');
  });

  test('all words have to stand there; case and accents do not matter', () => {
    expect(found(dutch.article, 'COMMANDO')).toEqual([]);
    expect(found(dutch.article, 'beeindig browser')).toContain('account#sessions');
    expect(found(english.article, 'shredder rainbow')).toEqual([]);
  });

  test('an excerpt shows the words that were found, without the signs of the notation', () => {
    const [hit] = searchManual(english.article, order, 'codes resume');
    expect(hit?.excerpt).toContain('codes resume');
    expect(hit?.excerpt).not.toContain('**');
  });
});
