import { sql } from 'kysely';
import type { Queries } from '../platform/db/database.ts';

/** As the database has them, whatever is wrong with them. */
export interface CheckedPlace {
  code: number;
  class: string;
  parent: number | null;
  version: number;
  head: Buffer;
  removedAt: Date | null;
  /** Its last event; null where there is none. */
  number: number | null;
  kind: number | null;
  place: number | null;
  hash: Buffer | null;
}

/** The next so many places after this code, each with its last event. */
export async function listCheckedPlaces(db: Queries, after: number, limit: number): Promise<CheckedPlace[]> {
  const { rows } = await sql<CheckedPlace>`
    select p.code, p.class, p.parent, p.version, p.head, p.removed_at, last.number, last.kind, last.place, last.hash
      from places p
      left join lateral (
        select number, kind, place, hash from events where events.code = p.code order by number desc limit 1
      ) last on true
     where p.code > ${after} order by p.code limit ${limit}`.execute(db);
  return rows;
}

export interface LoosePlace {
  code: number;
  parentThere: boolean;
}

/** Places that no way down from the top reaches: in a circle, below one, or below a place that is not there. */
export async function listLoosePlaces(db: Queries): Promise<LoosePlace[]> {
  const { rows } = await sql<LoosePlace>`
    with recursive reached as (
      select code from places where parent is null
      union all
      select p.code from reached join places p on p.parent = reached.code
    )
    select p.code, exists (select from places above where above.code = p.parent) as parent_there
      from places p where not exists (select from reached where reached.code = p.code)
     order by p.code`.execute(db);
  return rows;
}

export interface GonePlace {
  code: number;
  kind: number;
}

/** Codes of places with events but without a row, each with the kind of its last event. */
export async function listGonePlaces(db: Queries, after: number, limit: number): Promise<GonePlace[]> {
  const { rows } = await sql<GonePlace>`
    select distinct on (code) code, kind
      from events
     where code > ${after} and code between 700000000000 and 899999999999
       and not exists (select from places where places.code = events.code)
     order by code, number desc limit ${limit}`.execute(db);
  return rows;
}

/** Codes of places that were taken away, but in which papers or places lie. */
export async function listFilledRemovedPlaces(db: Queries): Promise<number[]> {
  const { rows } = await sql<{ code: number }>`
    select p.code from places p
     where p.removed_at is not null
       and (exists (select from documents where documents.place = p.code)
         or exists (select from places inner_place
              where inner_place.parent = p.code and inner_place.removed_at is null))
     order by p.code`.execute(db);
  return rows.map(({ code }) => code);
}
