import { sql } from 'kysely';
import pg from 'pg';

const mark = '/* prepared */';

/**
 * Stands in a statement that is asked all day: each connection reads and plans it once and from then on runs it by its
 * name. Only for statements whose text is always the same (`any($1)`, never `in ($1, $2)`) and whose best plan does not
 * hang on the values: no patterns for `like`.
 */
export const prepared = sql.raw<never>(mark);

/** Names by text; there are as many as marked statements in the code. */
const names = new Map<string, string>();

function nameOf(text: string): string {
  const name = names.get(text) ?? `spoor_${names.size + 1}`;
  names.set(text, name);
  return name;
}

/** A connection that names the marked statements on their way to the database; all others go as they are. */
export class PreparingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: the overloads of pg, handed on as they came
  override query(...given: any[]): any {
    const [text, values, ...rest] = given;
    if (typeof text !== 'string' || !text.includes(mark)) return super.query(...(given as [string]));
    return super.query({ name: nameOf(text), text, values }, ...(rest as []));
  }
}
