import type pg from 'pg';

/** The rows of a query whose every row is one statement, or a part of one, in the order of the query. */
export async function texts(db: pg.Client, sql: string, values: unknown[] = []): Promise<string[]> {
  const { rows } = await db.query<{ text: string }>(sql, values);
  return rows.map((row) => row.text);
}

/** A condition: the object is in `public` and is not an extension's. */
export function isOurs(catalogue: string, alias: string, schema: string): string {
  return `${alias}.${schema} = 'public'::regnamespace and not exists (
    select from pg_depend d
     where d.classid = '${catalogue}'::regclass and d.objid = ${alias}.oid and d.deptype = 'e')`;
}
