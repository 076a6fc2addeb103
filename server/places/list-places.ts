import { z } from 'zod';
import type { Code } from '../../shared/codes/code.ts';
import {
  type CodeMistake,
  explainCodeMistake,
  looksLikeCode,
  parseCode,
} from '../../shared/codes/parse-code.ts';
import { codeText } from '../../shared/contracts/fields.ts';
import type { Context } from '../platform/context.ts';
import { pageOf, readCursor } from '../platform/http/cursor.ts';
import { findPaths } from './paths.queries.ts';
import { listPlaceRows, type PlaceSearch } from './place-lists.queries.ts';
import { countContents, placesNamedBy, presentItem } from './show-place.ts';

interface PlacesQuery {
  query?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

const placeKey = z.object({ sortName: z.string(), code: codeText });

/** What stands at the top, or what is like the query. For a mistyped code: nothing, and why. Throws `cursor-invalid`. */
export async function listPlaces({ db }: Context, { query, cursor, limit }: PlacesQuery) {
  const search = readSearch(query);
  if (search && 'reason' in search) {
    const codeMistake = { code: search.reason, message: explainCodeMistake(search) };
    return { items: [], nextCursor: null, codeMistake };
  }
  const after = readCursor(placeKey, cursor);
  const rows = await listPlaceRows(db, { search, after, limit });
  const page = pageOf(rows, limit, ({ sortName, code }) => ({ sortName, code }));
  const codes: Code[] = page.rows.map(({ code }) => code);
  const counts = await countContents(db, codes);
  const paths = await findPaths(db, [...codes, ...placesNamedBy(page.rows)]);
  const items = page.rows.map((row) => ({
    ...presentItem(row, counts.get(row.code), paths),
    path: paths.get(row.code)?.path ?? [],
  }));
  return { items, nextCursor: page.nextCursor };
}

function readSearch(query: string | undefined): PlaceSearch | CodeMistake {
  const text = query?.trim() ?? '';
  if (text === '') return undefined;
  if (!looksLikeCode(text)) return { words: text.split(/\s+/) };
  const parsed = parseCode(text);
  return parsed.ok ? { code: parsed.code } : parsed;
}
