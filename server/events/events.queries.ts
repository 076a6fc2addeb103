import { sql } from 'kysely';
import type { Code } from '../../shared/codes/code.ts';
import type { Queries } from '../platform/db/database.ts';
import type { ChainedEvent } from './event.ts';

const arrayText = (values: readonly number[] | undefined) => (values ? `{${values.join(',')}}` : null);
const orNull = <T>(value: T | undefined): T | null => value ?? null;

/** One statement for any number of events: a column is an array. */
export async function insertEventRows(db: Queries, events: readonly ChainedEvent[]): Promise<void> {
  const column = <T>(read: (event: ChainedEvent) => T): T[] => events.map(read);
  await sql`
    insert into events (code, number, kind, happened_at, stated_at, recorded_at, moment, status_before, status_after,
      whereabouts, place, known, by_user, station_id, cause, hash)
    select code, number, kind, happened_at, stated_at, recorded_at, moment, status_before::smallint[],
      status_after::smallint[], whereabouts, place, known, by_user, station_id, cause, hash
      from unnest(
        ${column((event) => event.code)}::bigint[], ${column((event) => event.number)}::int[],
        ${column((event) => event.kind)}::smallint[], ${column((event) => event.happenedAt)}::timestamptz[],
        ${column((event) => orNull(event.statedAt))}::timestamptz[], ${column((event) => event.recordedAt)}::timestamptz[],
        ${column((event) => orNull(event.moment))}::bigint[], ${column((event) => arrayText(event.statusBefore))}::text[],
        ${column((event) => arrayText(event.statusAfter))}::text[], ${column((event) => orNull(event.whereabouts))}::smallint[],
        ${column((event) => orNull(event.place))}::bigint[], ${column((event) => orNull(event.known))}::smallint[],
        ${column((event) => orNull(event.byUser))}::uuid[], ${column((event) => orNull(event.stationId))}::int[],
        ${column((event) => orNull(event.cause))}::uuid[], ${column((event) => event.hash)}::bytea[]
      ) as given (code, number, kind, happened_at, stated_at, recorded_at, moment, status_before, status_after,
        whereabouts, place, known, by_user, station_id, cause, hash)`.execute(db);
}

export type EventRow = Awaited<ReturnType<typeof listEventRows>>[number];

/** All events of a paper or place, oldest first, with who and where in words. */
export function listEventRows(db: Queries, code: Code) {
  return db
    .selectFrom('events')
    .leftJoin('users', 'users.id', 'events.byUser')
    .leftJoin('stations', 'stations.id', 'events.stationId')
    .leftJoin('commands', 'commands.code', 'events.moment')
    .selectAll('events')
    .select(['users.name as userName', 'stations.name as stationName', 'commands.name as momentName'])
    .where('events.code', '=', Number(code))
    .orderBy('events.number')
    .execute();
}

/** All events of so many papers or places, each paper's oldest first. */
export function listEventsOfCodes(db: Queries, codes: readonly Code[]) {
  return db
    .selectFrom('events')
    .selectAll()
    .where('code', '=', sql<number>`any(${codes}::bigint[])`)
    .orderBy('code')
    .orderBy('number')
    .execute();
}
