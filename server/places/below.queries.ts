import { sql } from 'kysely';
import type { Code } from '../../shared/codes/code.ts';
import type { PlaceKind } from '../../shared/contracts/places.ts';
import type { Queries } from '../platform/db/database.ts';
import { toCode, toColumn } from './places.queries.ts';

/**
 * A place and all that stands in it, however deep, in the order in which somebody walks past: a rack, its shelves, what is
 * on each. Of these only such of the kind where one is named; at most `limit`.
 */
export async function listBelow(
  db: Queries,
  top: Code,
  kind: PlaceKind | undefined,
  limit: number,
): Promise<Code[]> {
  const { rows } = await sql<{ code: number }>`
    with recursive below as (
      select code, kind, array[]::text[] collate "C" as way from places where code = ${toColumn(top)}::bigint
      union all
      select p.code, p.kind, below.way || array[p.sort_name, p.code::text]
        from below join places p on p.parent = below.code and p.removed_at is null
    ) cycle code set looped using steps
    select code from below
     where not looped and (${kind ?? null}::text is null or kind = ${kind ?? null}::text)
     order by way limit ${limit}`.execute(db);
  return rows.map(({ code }) => toCode(code));
}
