import { sql } from 'kysely';
import type { Database } from '../platform/db/database.ts';
import { wordsToLearn } from './customers.rules.ts';

/**
 * The words that names and cities are made of, each once: what a mistyped word is compared with. A word too many does
 * no harm, so they are written before their customers, outside the transaction and in order: nobody waits for anybody.
 */
export async function learnWords(
  db: Database,
  customers: readonly { name: string; city?: string | null }[],
): Promise<void> {
  const words = wordsToLearn(customers);
  if (words.length === 0) return;
  await sql`
    insert into customer_words (word)
    select word from unnest(${words}::text[]) as given (word)
     where not exists (select from customer_words known where known.word = given.word)
     on conflict do nothing`.execute(db);
}

/** Words that have some of the groups of three letters of each of these; `asked` says of which. */
export function findWordsLike(
  db: Database,
  words: readonly string[],
  { likeness, most }: { likeness: number; most: number },
): Promise<{ asked: string; word: string }[]> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('pg_trgm.similarity_threshold', ${String(likeness)}, true)`.execute(tx);
    const { rows } = await sql<{ asked: string; word: string }>`
      select asked, word from unnest(${words}::text[]) as asked,
        lateral (select word from customer_words where word % asked
                  order by similarity(word, asked) desc limit ${most}) as alike`.execute(tx);
    return rows;
  });
}
