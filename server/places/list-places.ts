import { z } from 'zod';
import type { Code } from '../../shared/codes/code.ts';
import { explainCodeMistake, looksLikeCode, parseCode } from '../../shared/codes/parse-code.ts';
import { codeText } from '../../shared/contracts/fields.ts';
import { fieldError } from '../../shared/errors.ts';
import type { Context } from '../platform/context.ts';
import { pageOf, readCursor } from '../platform/http/cursor.ts';
import { findPaths } from './paths.queries.ts';
import { listPlaceRows, type PlaceSearch } from './place-lists.queries.ts';
import { countContents, presentItem } from './show-place.ts';

interface PlacesQuery {
  query?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

const placeKey = z.object({ sortName: z.string(), code: codeText });

/** What stands at the top, or what is like the query. Throws `cursor-invalid`, and `invalid-request` for a mistyped code. */
export async function listPlaces({ db }: Context, { query, cursor, limit }: PlacesQuery) {
  const after = readCursor(placeKey, cursor);
  const rows = await listPlaceRows(db, { search: readSearch(query), after, limit });
  const page = pageOf(rows, limit, ({ sortName, code }) => ({ sortName, code }));
  const codes: Code[] = page.rows.map(({ code }) => code);
  const counts = await countContents(db, codes);
  const paths = await findPaths(db, codes);
  const items = page.rows.map((row) => ({
    ...presentItem(row, counts.get(row.code)),
    path: paths.get(row.code)?.path ?? [],
  }));
  return { items, nextCursor: page.nextCursor };
}

function readSearch(query: string | undefined): PlaceSearch {
  const text = query?.trim() ?? '';
  if (text === '') return undefined;
  if (!looksLikeCode(text)) return { words: text.split(/\s+/) };
  const parsed = parseCode(text);
  if (parsed.ok) return { code: parsed.code };
  throw fieldError('query.query', parsed.reason, explainCodeMistake(parsed));
}
