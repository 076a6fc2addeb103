import { type RawBuilder, sql } from 'kysely';
import type { Database, Queries } from '../platform/db/database.ts';
import type { CustomerRow } from './customers.queries.ts';
import {
  beginningPattern,
  inOrderPattern,
  partPattern,
  refSpellings,
  shortestPart,
  wordPattern,
} from './customers.rules.ts';
import { type Alternatives, likeliest } from './words.rules.ts';

/**
 * Customers at most that each way of finding contributes: a word that tens of thousands of names share must not make
 * everybody wait. Who wants to see more of them types another word.
 */
const most = { refs: 100, names: 200, words: 300, parts: 500, similar: 200 };

interface Page {
  offset: number;
  limit: number;
}

const columns = sql`id, ref, name, city, address_lines, do_not_mail, search_text`;

/**
 * Customers in whom every word of the query is found: the reference itself, what begins with it, names that begin
 * with the query, then whole words, then parts. One row more than `limit` where there are more.
 */
export async function findMatching(
  db: Queries,
  query: string,
  words: readonly string[],
  { offset, limit }: Page,
): Promise<CustomerRow[]> {
  const refs = refSpellings(query);
  const name = beginningPattern(` ${words.join(' ')}`);
  const whole = everyWord(words, 'whole');
  const beginnings = refs.map(
    (ref) =>
      sql`(select ${columns} from customers where ref like ${beginningPattern(ref)} order by ref limit ${most.refs})`,
  );
  const { rows } = await sql<CustomerRow>`
    with words as materialized (select ${columns} from customers where ${whole} limit ${most.words}),
    found as (
      select ${columns} from customers where ref = any(${refs}::text[])
      union ${sql.join(beginnings, sql` union `)}
      union (select ${columns} from customers where search_text like ${name} order by search_text limit ${most.names})
      union select * from words
      -- Not looked for at all where whole words are found in plenty.
      union (select ${columns} from customers where (select count(*) from words) < ${most.words}
        and ${everyWord(words, 'part')} limit ${most.parts})
    )
    select id, ref, name, city, address_lines, do_not_mail from found
     order by ref = any(${refs}::text[]) desc, ref like any(${refs.map(beginningPattern)}::text[]) desc,
       search_text like ${name} desc, ${everyWord(words, 'whole')} desc,
       search_text like ${inOrderPattern(words)} desc, search_text, id
     limit ${limit + 1} offset ${offset}`.execute(db);
  return rows;
}

/**
 * The index is asked for what it answers quickly. Groups of letters at the edge of a word are in half of all names, and
 * so are words of one or two letters: those are looked at in the rows that the rest has found.
 */
function everyWord(words: readonly string[], as: 'whole' | 'part'): RawBuilder<boolean> {
  const hasLong = words.some((word) => word.length >= shortestPart);
  const conditions = words.flatMap((word) => {
    const pattern = as === 'whole' ? wordPattern(word) : partPattern(word);
    if (word.length < shortestPart && hasLong) return [sql`${asText} like ${pattern}`];
    if (as === 'part' || word.length < edgesMatterBelow) return [sql`search_text like ${pattern}`];
    return [sql`search_text like ${partPattern(word)}`, sql`${asText} like ${pattern}`];
  });
  return sql`${sql.join(conditions, sql` and `)}`;
}

/** The same text, as an expression that no index knows. */
const asText = sql`(search_text || '')`;
/** Letters from which on a word is hardly ever a part of another. */
const edgesMatterBelow = 5;

/**
 * Customers in whom, for every word, the word itself or one that it may stand for is found, fewest errors first. One
 * row more than `limit` where there are more.
 */
export async function findWithAlternatives(
  db: Queries,
  alternatives: readonly Alternatives[],
  { offset, limit }: Page,
): Promise<CustomerRow[]> {
  const errors = sql.join(alternatives.map(errorsIn), sql` + `);
  const { rows } = await sql<CustomerRow>`
    with near as materialized (
      select ${columns} from customers where ${oneOfEach(alternatives.map(likeliest))} limit ${most.parts}
    ),
    found as (
      select * from near
      union (select ${columns} from customers where (select count(*) from near) < ${most.parts}
        and ${oneOfEach(alternatives)} limit ${most.parts})
    )
    select id, ref, name, city, address_lines, do_not_mail from found
     order by ${errors}, search_text, id limit ${limit + 1} offset ${offset}`.execute(db);
  return rows;
}

function oneOfEach(alternatives: readonly Alternatives[]): RawBuilder<boolean> {
  const each = alternatives.map(({ typed, words }) => {
    const patterns = [partPattern(typed), ...words.map(({ word }) => wordPattern(word))];
    const alike = patterns.map((pattern) => sql`search_text like ${pattern}`);
    return sql`(${sql.join(alike, sql` or `)})`;
  });
  return sql`${sql.join(each, sql` and `)}`;
}

/** A word that is only a part of another one is one wrong letter away, so that whole words come first. */
function errorsIn({ typed, words }: Alternatives): RawBuilder<number> {
  const known = [{ word: typed, errors: 0 }, ...words].map(
    ({ word, errors }) => sql`when search_text like ${wordPattern(word)} then ${errors}::integer`,
  );
  return sql`case ${sql.join(known, sql` `)} else 1 end`;
}

/**
 * Customers in whom something like every word of the query is found, most alike first. `likeness`: from 0 to 1, the
 * part of a word's groups of three letters that must be there. One row more than `limit` where there are more.
 */
export function findSimilar(
  db: Database,
  words: readonly string[],
  likeness: number,
  { offset, limit }: Page,
): Promise<CustomerRow[]> {
  const alike = sql.join(
    words.map((word) => sql`${word} <% search_text`),
    sql` and `,
  );
  const score = sql.join(
    // Also without blanks: who writes a name in one word comes out above who has the same letters elsewhere.
    words.map(
      (word) => sql`greatest(word_similarity(${word}, search_text),
        word_similarity(${word}, replace(search_text, ' ', '')))`,
    ),
    sql` + `,
  );
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('pg_trgm.word_similarity_threshold', ${String(likeness)}, true)`.execute(tx);
    const { rows } = await sql<CustomerRow>`
      with found as (
        select ${columns}, ${score} as score from customers where ${alike} order by score desc limit ${most.similar}
      )
      select id, ref, name, city, address_lines, do_not_mail from found
       order by score desc, search_text, id limit ${limit + 1} offset ${offset}`.execute(tx);
    return rows;
  });
}
