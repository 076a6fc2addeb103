import type { Code } from '../../shared/codes/code.ts';
import type { PathStep, PlaceKind } from '../../shared/contracts/places.ts';
import type { Database, Queries } from '../platform/db/database.ts';
import { preparedSql } from '../platform/db/prepared.ts';
import { keptPaths } from './kept-paths.ts';
import { type PlaceRow, toCode, toColumn } from './places.queries.ts';

/** Where a place stands, and when that last changed. */
export interface PlacePath {
  /** From the top to the place itself. */
  path: PathStep[];
  /**
   * When a container on the path (the place itself among them) last moved, and which: whatever was put in earlier has
   * moved along. Null where none has moved since it was made.
   */
  movedAt: Date | null;
  movedCode: Code | null;
}

interface Step {
  step: PathStep;
  parent: number | null;
  /** Null for a location, and for a container that stands where it was made. */
  movedAt: Date | null;
}

interface StepRow {
  code: number;
  name: string;
  kind: string;
  parent: number | null;
  movedAt: Date | null;
  removedAt: Date | null;
}

/**
 * The paths of these places, by code; those that never were are left out, those that were taken away say so. One statement, in which every place
 * is read once, however many of the asked ones stand in it. (`offset 0` has it look up each by its key: Postgres expects
 * far more steps than there are, and would read the whole table.)
 */
export async function findPaths(db: Queries, codes: readonly Code[]): Promise<Map<Code, PlacePath>> {
  const asked = [...new Set(codes)];
  if (asked.length === 0) return new Map();
  const rows = await preparedSql<StepRow>`
    with recursive walk as (
      select code, name, kind, class, parent, moved_at, created_at, removed_at
        from places where code = any(${asked.map(toColumn)}::bigint[])
      union
      select p.code, p.name, p.kind, p.class, p.parent, p.moved_at, p.created_at, p.removed_at
        from walk cross join lateral (select * from places where code = walk.parent offset 0) p
    )
    select code, name, kind, parent, removed_at,
        case when class = 'container' and moved_at > created_at then moved_at end as moved_at
      from walk`.execute(db);
  const steps = new Map(rows.map((row) => [row.code, toStep(row)]));
  return new Map(
    asked.flatMap((code) => (steps.has(toColumn(code)) ? [[code, walkUp(steps, toColumn(code))]] : [])),
  );
}

/** A place as it stands, read by somebody else together with more. */
export interface StandingPlace extends Pick<PlaceRow, 'code' | 'name' | 'kind' | 'parent'> {
  /** Null for a location, and for a container that stands where it was made. */
  movedAt: Date | null;
}

/** Paths of places whose rows are at hand: just what they stand in is asked for, and mostly known from before. */
export async function findKeptPathsOf(
  db: Database,
  places: readonly StandingPlace[],
): Promise<Map<Code, PlacePath>> {
  const above = await findKeptPaths(
    db,
    places.flatMap(({ parent }) => parent ?? []),
  );
  return new Map(
    places.map((place) => [
      place.code,
      placeBelow(place.parent ? above.get(place.parent) : undefined, place),
    ]),
  );
}

function placeBelow(above: PlacePath | undefined, { code, name, kind, movedAt }: StandingPlace): PlacePath {
  const path = [...(above?.path ?? []), { code, name, kind }];
  const higher = above?.movedAt ?? null;
  if (movedAt === null || (higher !== null && higher > movedAt)) {
    return { path, movedAt: higher, movedCode: above?.movedCode ?? null };
  }
  return { path, movedAt, movedCode: code };
}

function toStep({ code, name, kind, parent, movedAt, removedAt }: StepRow): Step {
  const removed = removedAt === null ? {} : { removed: true as const };
  return { step: { code: toCode(code), name, kind: kind as PlaceKind, ...removed }, parent, movedAt };
}

/** Ends also in a damaged tree: no path has more steps than there are places. */
function walkUp(steps: ReadonlyMap<number, Step>, from: number): PlacePath {
  const path: PathStep[] = [];
  let movedAt: Date | null = null;
  let movedCode: Code | null = null;
  let at = steps.get(from);
  while (at && path.length < steps.size) {
    path.push(at.step);
    if (at.movedAt && (movedAt === null || at.movedAt > movedAt)) {
      movedAt = at.movedAt;
      movedCode = at.step.code;
    }
    at = at.parent === null ? undefined : steps.get(at.parent);
  }
  return { path: path.reverse(), movedAt, movedCode };
}

/** The same from memory, where another process may have moved something seconds ago: to show beside what was just scanned. */
export function findKeptPaths(db: Database, codes: readonly Code[]): Promise<Map<Code, PlacePath>> {
  return keptPaths.getAll(db, codes, (missing) => findPaths(db, missing));
}
