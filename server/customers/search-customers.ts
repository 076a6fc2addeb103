import { z } from 'zod';
import type { Database } from '../platform/db/database.ts';
import { readCursor, writeCursor } from '../platform/http/cursor.ts';
import type { CustomerRow } from './customers.queries.ts';
import { searchWords } from './customers.rules.ts';
import { findMatching, findSimilar, findWithAlternatives } from './search.queries.ts';
import { findWordsLike } from './words.queries.ts';
import { type Alternatives, chooseAlternatives, worthComparing } from './words.rules.ts';

/** Which way of looking found the first page, and how many have been shown: later pages go on the same way. */
const place = z.strictObject({
  way: z.enum(['matching', 'alternatives', 'similar']),
  offset: z.int().min(0).max(2_000),
});
type Place = z.output<typeof place>;

interface Page {
  cursor: string | undefined;
  limit: number;
}

/**
 * Best match first. What is there as it was typed; where nothing is, words that a typing error may have come from;
 * where there are none, names that look alike (written in one word, or apart). Throws `cursor-invalid`.
 */
export async function searchCustomers(
  db: Database,
  query: string,
  { cursor, limit }: Page,
): Promise<{ rows: CustomerRow[]; nextCursor: string | null }> {
  const from = readCursor(place, cursor);
  const words = searchWords(query);
  if (words.length === 0) return { rows: [], nextCursor: null };
  for (const way of from ? [from.way] : place.shape.way.options) {
    const at = { way, offset: from?.offset ?? 0 };
    const rows = await look(db, query, words, at, limit);
    if (rows.length === 0) continue;
    const next: Place = { way, offset: at.offset + limit };
    return { rows: rows.slice(0, limit), nextCursor: rows.length > limit ? writeCursor(next) : null };
  }
  return { rows: [], nextCursor: null };
}

/** Of the groups of three letters in a word: two neighbours swapped in a word of six leave three of eleven. */
const wordLikeness = 0.2;
const nameLikeness = 0.4;
const mostWordsAlike = 100;

async function look(
  db: Database,
  query: string,
  words: readonly string[],
  { way, offset }: Place,
  limit: number,
): Promise<CustomerRow[]> {
  if (way === 'matching') return findMatching(db, query, words, { offset, limit });
  const comparable = worthComparing(words);
  if (comparable.length === 0) return [];
  if (way === 'similar') return findSimilar(db, comparable, nameLikeness, { offset, limit });
  const alike = await findWordsLike(db, comparable, { likeness: wordLikeness, most: mostWordsAlike });
  const alternatives: Alternatives[] | undefined = chooseAlternatives(words, alike);
  return alternatives ? findWithAlternatives(db, alternatives, { offset, limit }) : [];
}
