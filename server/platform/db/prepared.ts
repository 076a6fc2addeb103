import pg from 'pg';

/**
 * Begins a statement that each connection prepares once: parsing and planning are most of what a short statement
 * costs. For the few that are asked all day; its text must not depend on its arguments.
 */
export const prepared = '/* prepared */';

/** Names by text; there are as many as such statements in the code. */
const names = new Map<string, string>();

function nameOf(text: string): string {
  const present = names.get(text);
  if (present !== undefined) return present;
  const name = `spoor_${names.size + 1}`;
  names.set(text, name);
  return name;
}

/** A connection that knows prepared statements by how they begin. */
export class PreparingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: the overloads of pg, handed on as they came
  override query(...given: any[]): any {
    const [text, values, ...rest] = given;
    if (typeof text !== 'string' || !text.startsWith(prepared)) return super.query(...(given as [string]));
    return super.query({ name: nameOf(text), text, values }, ...(rest as []));
  }
}
