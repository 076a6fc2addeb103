import { type Selectable, sql } from 'kysely';
import type { Code } from '../../shared/codes/code.ts';
import type { PlaceKind } from '../../shared/contracts/places.ts';
import type { PlaceClass } from '../../shared/places/placement.ts';
import type { Queries, Transaction } from '../platform/db/database.ts';
import type { Place } from '../platform/db/tables.generated.ts';
import { keptPaths } from './kept-paths.ts';

/** Codes are numbers in the database and text everywhere else; these two are the edge between. */
export const toCode = (column: number): Code => String(column) as Code;
export const toColumn = (code: Code): number => Number(code);

export interface PlaceRow {
  code: Code;
  class: PlaceClass;
  kind: PlaceKind;
  name: string;
  /** Null: at the top. */
  parent: Code | null;
  country: string | null;
  /** How many papers and containers lie directly in it at most; null: unlimited. */
  capacity: number | null;
  /** Since when it stands in its parent. */
  movedAt: Date;
  createdAt: Date;
  /** The number of its last event, and that event's hash. */
  version: number;
  head: Buffer;
  /** Null while it is there. Whoever was taken away is in no list, holds nothing, and its name is free. */
  removedAt: Date | null;
}

function toPlace(row: Selectable<Place>): PlaceRow {
  return {
    ...row,
    code: toCode(row.code),
    parent: row.parent === null ? null : toCode(row.parent),
    class: row.class as PlaceClass,
    kind: row.kind as PlaceKind,
  };
}

/** `column = any(codes)`: one prepared statement for any number of codes. */
export function isAnyOf(column: string, codes: readonly Code[]) {
  return sql<boolean>`${sql.ref(column)} = any(${codes.map(toColumn)}::bigint[])`;
}

/** Also one that was taken away. */
export async function findPlace(db: Queries, code: Code): Promise<PlaceRow | undefined> {
  const row = await db.selectFrom('places').selectAll().where('code', '=', toColumn(code)).executeTakeFirst();
  return row && toPlace(row);
}

/**
 * `stay`: it is not taken away before the end of the transaction, all else may change. `change`: nobody else changes
 * it; others may go on putting things in. `remove`: nobody puts anything in either.
 */
export type PlaceLock = 'stay' | 'change' | 'remove';

/** Those that are there. In the order of their codes, so that two that lock several wait for each other in one direction only. */
export async function lockPlaceRows(
  tx: Transaction,
  codes: readonly Code[],
  lock: PlaceLock,
): Promise<PlaceRow[]> {
  const query = tx
    .selectFrom('places')
    .selectAll()
    .where(isAnyOf('code', codes))
    .where('removedAt', 'is', null)
    .orderBy('code');
  const locking = {
    stay: () => query.forKeyShare(),
    change: () => query.forNoKeyUpdate(),
    remove: () => query.forUpdate(),
  };
  return (await locking[lock]().execute()).map(toPlace);
}

/** Numbers of advisory locks that nobody else takes. */
const locks = { moves: 7_160_301, names: 7_160_302 };

/**
 * From here to the end of the transaction no other container moves. Whether a container would come to lie in itself
 * shows only along the whole path, which no lock on a row guards: A into B and B into A touch no common row. Making
 * and removing add and take leaves, which closes no circle, so they don't wait here. Taken before any lock on a row.
 */
export async function lockMoves(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(${locks.moves})`.execute(tx);
}

/** From here to the end of the transaction nobody else names a container: the next number is free. After `lockMoves`. */
export async function lockNames(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(${locks.names})`.execute(tx);
}

export async function insertPlaces(tx: Transaction, places: readonly PlaceRow[]): Promise<void> {
  const rows = places.map((place) => ({
    ...place,
    code: toColumn(place.code),
    parent: place.parent === null ? null : toColumn(place.parent),
  }));
  keptPaths.forget();
  await tx.insertInto('places').values(rows).execute();
}

export interface PlaceChange {
  name?: string;
  capacity?: number | null;
  country?: string | null;
  move?: { parent: Code; movedAt: Date; version: number; head: Buffer };
  removal?: { removedAt: Date; version: number; head: Buffer };
}

/** Throws where the place has got another event since `place` was read: its chain would fork. */
export async function updatePlace(tx: Transaction, place: PlaceRow, change: PlaceChange): Promise<void> {
  const { move, removal, ...details } = change;
  const set = { ...details, ...removal, ...(move ? { ...move, parent: toColumn(move.parent) } : {}) };
  if (Object.keys(set).length === 0) return;
  keptPaths.forget();
  const result = await tx
    .updateTable('places')
    .set(set)
    .where('code', '=', toColumn(place.code))
    .where('version', '=', place.version)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new Error(`place ${place.code} was changed without its lock`);
}

/** Which of these names places in `parent` have already, without regard to case. */
export async function listTakenNames(
  tx: Transaction,
  parent: Code,
  names: readonly string[],
): Promise<string[]> {
  const rows = await tx
    .selectFrom('places')
    .select('name')
    .where('parent', '=', toColumn(parent))
    .where('removedAt', 'is', null)
    .where(sql<boolean>`lower(name) in (select lower(given) from unnest(${[...names]}::text[]) as given)`)
    .execute();
  return rows.map((row) => row.name);
}

/** The highest number of a container of this kind in the whole house that is named by one of these words; 0: none. */
export async function findHighestNumber(
  tx: Transaction,
  kind: PlaceKind,
  words: readonly string[],
): Promise<number> {
  // The expression of the index places_by_number, which is walked from its upper end.
  const number = sql<number>`substring(name from ' ([0-9]{1,9})$')::integer`;
  const row = await tx
    .selectFrom('places')
    .select(number.as('number'))
    .where('kind', '=', kind)
    .where('removedAt', 'is', null)
    .where(sql<boolean>`name ~* ${`^(${words.join('|')}) [0-9]{1,9}$`}`)
    .orderBy(sql`${number} desc nulls last`)
    .limit(1)
    .executeTakeFirst();
  return row?.number ?? 0;
}

/** How many places stand directly in each of these. */
export async function countPlaces(db: Queries, codes: readonly Code[]): Promise<Map<Code, number>> {
  const rows = await db
    .selectFrom('places')
    .select(['parent', (eb) => eb.fn.countAll<number>().as('count')])
    .where(isAnyOf('parent', codes))
    .where('removedAt', 'is', null)
    .groupBy('parent')
    .execute();
  return new Map(rows.map(({ parent, count }) => [toCode(parent ?? 0), count]));
}

/** How much lies directly in each of these: places and papers alike. */
export async function countDirectly(db: Queries, codes: readonly Code[]): Promise<Map<Code, number>> {
  const places = await countPlaces(db, codes);
  const documents = await countDocuments(db, codes);
  return new Map(codes.map((code) => [code, (places.get(code) ?? 0) + (documents.get(code) ?? 0)]));
}

/**
 * How many papers lie directly in each of these. The one look at a table of the area above: what lies in a place is
 * the place's own question, and `documents` calls this area for its paths, so it could not be asked there.
 */
export async function countDocuments(db: Queries, codes: readonly Code[]): Promise<Map<Code, number>> {
  const rows = await db
    .selectFrom('documents')
    .select(['place', (eb) => eb.fn.countAll<number>().as('count')])
    .where(isAnyOf('place', codes))
    .groupBy('place')
    .execute();
  return new Map(rows.map(({ place, count }) => [toCode(place ?? 0), count]));
}
