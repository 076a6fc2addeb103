import { CompiledQuery, sql } from 'kysely';
import pg from 'pg';
import type { Queries } from './database.ts';

const mark = '/* prepared */';

/**
 * Stands in a statement that is asked all day: each connection reads and plans it once and from then on runs it by its
 * name. Only for statements whose text is always the same (`any($1)`, never `in ($1, $2)`) and whose best plan does not
 * hang on the values: no patterns for `like`.
 */
export const prepared = sql.raw<never>(mark);

/** Texts by the place in the code that they stand at. */
const texts = new WeakMap<TemplateStringsArray, string>();

/**
 * A prepared statement of the hottest paths, whose text is put together once for good: with `sql` that is done at each
 * call. Takes values only, no pieces of SQL.
 */
export function preparedSql<Row>(strings: TemplateStringsArray, ...values: readonly unknown[]) {
  const text = texts.get(strings) ?? numbered(strings);
  texts.set(strings, text);
  return {
    async execute(db: Queries): Promise<Row[]> {
      return (await db.executeQuery<Row>(CompiledQuery.raw(text, [...values]))).rows;
    },
  };
}

function numbered(strings: TemplateStringsArray): string {
  const rest = strings.slice(1).map((part, index) => `$${index + 1}${part}`);
  return [mark, strings[0], ...rest].join('');
}

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
