import { sql } from 'kysely';
import type { Code } from '../../shared/codes/code.ts';
import type { PlaceKind } from '../../shared/contracts/places.ts';
import { halfOutcomes, scanOutcomes, scanProblems } from '../../shared/contracts/scanning.ts';
import { type DocumentRow, type DocumentState, stateOfRow } from '../documents/documents.service.ts';
import type { StandingPlace } from '../places/places.service.ts';
import { plainArray } from '../platform/db/array-text.ts';
import type { Queries } from '../platform/db/database.ts';
import { preparedSql } from '../platform/db/prepared.ts';
import type { HalfResult, Outcome, Scan } from './scan.ts';

export interface FoundPlace extends StandingPlace {
  capacity: number | null;
}

/** What a scan finds: the paper, its own first reply if it came before, and the place that it names. */
export interface Found {
  /** Undefined: no such paper. */
  paper: DocumentState | undefined;
  /** `same`: it says what it said then. */
  earlier: { outcome: Outcome; same: boolean } | undefined;
  place: FoundPlace | undefined;
}

interface RememberedRow {
  remembered: number | null;
  rememberedMoment: number | null;
  rememberedPlace: number | null;
  rememberedProblem: number | null;
  same: boolean | null;
}

interface FoundRow extends Omit<DocumentRow, 'code'>, RememberedRow {
  code: number | null;
  atPlace: number | null;
  capacity: number | null;
  atName: string;
  atKind: string;
  atParent: number | null;
  atMoved: Date | null;
}

/**
 * One statement for any number of scans, in their order. (`(select …)` hides how many they are: Postgres would make a
 * plan anew for each number of them, which costs more than the look-up.)
 */
export async function readScans(db: Queries, scans: readonly Scan[]): Promise<Found[]> {
  const rows = await preparedSql<FoundRow>`
    select d.code, d.mailing_id, d.customer_id, d.process_id, d.run_number, d.status, d.version, d.head,
           d.whereabouts, d.place, d.known, d.since, d.answered_at, d.key_points,
           s.outcome as remembered, s.moment as remembered_moment, s.place as remembered_place,
           s.problem as remembered_problem, s.contents = g.contents as same,
           p.code as at_place, p.capacity, p.name as at_name, p.kind as at_kind, p.parent as at_parent,
           case when p.class = 'container' and p.moved_at > p.created_at then p.moved_at end as at_moved
      from unnest((select ${plainArray(scans.map(({ code }) => code))}::bigint[]),
        (select ${plainArray(scans.map(({ id }) => id))}::uuid[]),
        (select ${plainArray(scans.map(({ contents }) => contents))}::bigint[]),
        (select ${plainArray(scans.map(({ place }) => place))}::bigint[])) with ordinality
        as g (code, id, contents, place, n)
      left join documents d on d.code = g.code
      left join scans s on s.code = g.code and s.id = g.id
      left join places p on p.code = g.place and p.removed_at is null
     order by g.n`.execute(db);
  return rows.map(foundOf);
}

function foundOf(row: FoundRow): Found {
  const { code } = row;
  return {
    paper: code === null ? undefined : stateOfRow({ ...row, code }),
    earlier: earlierOf(row),
    place: placeOf(row),
  };
}

function placeOf({ atPlace, atName, atKind, atParent, atMoved, capacity }: FoundRow): FoundPlace | undefined {
  if (atPlace === null) return undefined;
  return {
    code: String(atPlace) as Code,
    name: atName,
    kind: atKind as PlaceKind,
    parent: atParent === null ? null : (String(atParent) as Code),
    movedAt: atMoved,
    capacity,
  };
}

function earlierOf(row: RememberedRow): Found['earlier'] {
  const outcome = row.remembered === null ? undefined : scanOutcomes[row.remembered];
  if (outcome === undefined) return undefined;
  const problem = row.rememberedProblem === null ? undefined : scanProblems[row.rememberedProblem];
  const half = (number: number | null): HalfResult | undefined => {
    const of = number === null ? undefined : halfOutcomes[number];
    if (of === undefined) return undefined;
    return of === 'refused' && problem !== undefined ? { outcome: of, problem } : { outcome: of };
  };
  const moment = half(row.rememberedMoment);
  const place = half(row.rememberedPlace);
  return {
    outcome: { outcome, ...(moment ? { moment } : {}), ...(place ? { place } : {}) },
    same: row.same === true,
  };
}

/** The first reply to one scan. */
export async function findRemembered(db: Queries, { code, id, contents }: Scan): Promise<Found['earlier']> {
  const { rows } = await sql<RememberedRow>`
    select outcome as remembered, moment as remembered_moment, place as remembered_place,
           problem as remembered_problem, contents = ${String(contents)}::bigint as same
      from scans where code = ${code}::bigint and id = ${id}::uuid`.execute(db);
  return rows[0] && earlierOf(rows[0]);
}

/** What a scan booked that another one wants to take back, whether that has been done, and whether a person still has to decide it. */
export async function findTaken(db: Queries, code: Code, id: string) {
  const { rows } = await sql<{ event: number | null; undone: boolean; waits: boolean }>`
    select event, exists (select from scans u where u.code = s.code and u.undoes = s.id
        and u.outcome = ${sql.lit(scanOutcomes.indexOf('booked'))}) as undone,
           exists (select from scan_exceptions e where e.settled_at is null and e.code = s.code
        and e.scan_id = s.id) as waits
      from scans s where code = ${code}::bigint and id = ${id}::uuid`.execute(db);
  return rows[0];
}
