import { sql } from 'kysely';
import type { Code } from '../../shared/codes/code.ts';
import type { Sighting } from '../../shared/contracts/fields.ts';
import type { Queries } from '../platform/db/database.ts';

/** A paper or place was held under a scanner, and nothing was booked. Never an event: it changes nothing. */
export interface NewSighting {
  code: Code;
  seenAt: Date;
  stationId: number;
  byUser: string;
}

/** The latest one stays, whichever came first. */
export async function noteSighting(
  tx: Queries,
  { code, seenAt, stationId, byUser }: NewSighting,
): Promise<void> {
  await sql`
    insert into sightings (code, seen_at, station_id, by_user)
    values (${code}::bigint, ${seenAt}, ${stationId}, ${byUser})
    on conflict (code) do update set seen_at = excluded.seen_at, station_id = excluded.station_id,
      by_user = excluded.by_user where sightings.seen_at <= excluded.seen_at`.execute(tx);
}

/** Null: never seen without something being booked. */
export async function findSighting(db: Queries, code: Code): Promise<Sighting | null> {
  const row = await db
    .selectFrom('sightings')
    .innerJoin('stations', 'stations.id', 'sightings.stationId')
    .leftJoin('users', 'users.id', 'sightings.byUser')
    .select(['seenAt', 'stations.name as station', 'byUser', 'users.name as userName'])
    .where('code', '=', Number(code))
    .executeTakeFirst();
  if (!row) return null;
  const { seenAt, station, byUser, userName } = row;
  return {
    at: seenAt.toISOString(),
    station,
    by: byUser === null ? null : { id: byUser, name: userName ?? byUser },
  };
}
