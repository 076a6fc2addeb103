import { type SelectQueryBuilder, sql } from 'kysely';
import type { Code } from '../../shared/codes/code.ts';
import type { PlaceKind } from '../../shared/contracts/places.ts';
import type { Queries } from '../platform/db/database.ts';
import type { DB } from '../platform/db/tables.generated.ts';
import { isAnyOf, toCode, toColumn } from './places.queries.ts';
import { type WaitingMoveRow, waitingMovesColumn, waitingMovesOf } from './waiting.queries.ts';

/** A place as lists show it. */
export interface ListedPlace {
  code: Code;
  name: string;
  kind: PlaceKind;
  capacity: number | null;
  /** What it is sorted by: as people count, Box 9 before Box 10. */
  sortName: string;
  waiting: WaitingMoveRow[];
}

async function listed<O>(query: SelectQueryBuilder<DB, 'places', O>, limit: number): Promise<ListedPlace[]> {
  const rows = await query
    .where('places.removedAt', 'is', null)
    .select(['code', 'name', 'kind', 'capacity', 'sortName', waitingMovesColumn])
    .orderBy('sortName')
    .orderBy('code')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    ...row,
    code: toCode(row.code),
    kind: row.kind as PlaceKind,
    waiting: waitingMovesOf(row.waiting),
  }));
}

/** What stands directly in a place, by name. */
export function listChildren(db: Queries, parent: Code, limit: number): Promise<ListedPlace[]> {
  return listed(db.selectFrom('places').where('parent', '=', toColumn(parent)), limit);
}

/** What to look for: a code, or words that all are in the name (digits: or in the code). Undefined: what is at the top. */
export type PlaceSearch = { code: Code } | { words: string[] } | undefined;

interface PlaceList {
  search: PlaceSearch;
  after: { sortName: string; code: Code } | undefined;
  limit: number;
}

/** By name; one row more than `limit` where there are more. */
export function listPlaceRows(db: Queries, { search, after, limit }: PlaceList): Promise<ListedPlace[]> {
  let query = db.selectFrom('places');
  if (!search) query = query.where('parent', 'is', null);
  else if ('code' in search) query = query.where(isAnyOf('code', [search.code]));
  else for (const word of search.words) query = query.where(holds(word));
  if (after) {
    query = query.where(
      sql<boolean>`(sort_name, code) > (${after.sortName}, ${toColumn(after.code)}::bigint)`,
    );
  }
  return listed(query, limit + 1);
}

function holds(word: string) {
  const like = `%${word.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
  const inName = sql<boolean>`lower(name) like ${like}`;
  // Shorter ones are numbers of boxes, and would be in too many codes.
  return /^[0-9]{4,12}$/.test(word) ? sql<boolean>`(${inName} or code::text like ${like})` : inName;
}
