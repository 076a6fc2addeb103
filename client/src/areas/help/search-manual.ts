import type { Slug } from './articles.ts';
import { plainText } from './manual-text.ts';

export interface Article {
  title: string;
  lead: string;
  parts: Record<string, { title: string; text: string }>;
}

export type Manual = Record<Slug, Article>;

export interface Hit {
  slug: Slug;
  /** Of the article; absent where the article's own title or lead was found. */
  part?: string;
  title: string;
  /** The article that the part stands in. */
  above?: string;
  excerpt: string;
}

/** Without accents and case, so that "geüpdatet" and "GEUPDATET" are found alike. */
function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** Parts in which every word stands, those with it in a title first; in the order of the contents. */
export function searchManual(manual: Manual, order: readonly Slug[], query: string): Hit[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const hits = order.flatMap((slug) => {
    const article = manual[slug];
    const own = { slug, title: article.title, excerpt: article.lead };
    const parts = Object.entries(article.parts).map(([part, { title, text }]) => {
      const plain = plainText(text);
      return { slug, part, title, above: article.title, excerpt: excerptOf(plain, words), whole: plain };
    });
    return [
      { hit: own as Hit, rank: rankOf(words, own.title, own.excerpt) },
      ...parts.map(({ whole, ...hit }) => ({ hit: hit as Hit, rank: rankOf(words, hit.title, whole) })),
    ];
  });
  return hits
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ hit }) => hit);
}

function rankOf(words: readonly string[], title: string, text: string): number {
  const [inTitle, inAll] = [fold(title), fold(`${title} ${text}`)];
  if (!words.every((word) => inAll.includes(word))) return 0;
  return 1 + words.filter((word) => inTitle.includes(word)).length;
}

const excerptLength = 140;

/** About where the words stand together, or else the one that comes last; cut between words. */
function excerptOf(text: string, words: readonly string[]): string {
  const folded = fold(text);
  const together = folded.indexOf(words.join(' '));
  const at = together >= 0 ? together : Math.max(...words.map((word) => folded.indexOf(word)));
  const from = Math.max(0, at - 50);
  const begin = from === 0 || text.length <= excerptLength ? 0 : text.indexOf(' ', from) + 1;
  const cut = text.slice(begin, begin + excerptLength);
  const end = begin + cut.length >= text.length ? cut : `${cut.slice(0, cut.lastIndexOf(' '))} …`;
  return begin === 0 ? end : `… ${end}`;
}
