import type { Code } from '../../shared/codes/code.ts';
import { appendEvents, type ChainedEvent, chainEvent, chainStart } from '../events/events.service.ts';
import type { Queries } from '../platform/db/database.ts';
import { type DocumentState, knownNumber, whereaboutsNumber } from './document-state.ts';
import { insertDocumentRows, updateDocumentRows } from './documents.queries.ts';
import type { Change } from './documents.rules.ts';

/** Who, when and why: the same for all that is written together. */
export interface Cause {
  happenedAt: Date;
  /** What the station's clock said, where that was corrected. */
  statedAt?: Date | undefined;
  recordedAt: Date;
  byUser?: string | undefined;
  stationId?: number | undefined;
  /** What caused it: a mailing, a scan. */
  cause?: string | undefined;
  /** The command code of the moment, where the change has one. */
  momentCode?: Code | undefined;
}

/** A paper that is made now: its first event is `issued`. */
export type NewDocument = Pick<
  DocumentState,
  'code' | 'mailingId' | 'customerId' | 'processId' | 'runNumber' | 'status'
>;

/** Writes new papers with their first events. In the caller's transaction: papers and events, or neither. */
export async function writeNewDocuments(
  tx: Queries,
  papers: readonly NewDocument[],
  cause: Cause,
): Promise<void> {
  const states: DocumentState[] = [];
  const events: ChainedEvent[] = [];
  for (const paper of papers) {
    const event = chainEvent(chainStart, {
      code: paper.code,
      number: 1,
      kind: 'issued',
      happenedAt: cause.happenedAt,
      recordedAt: cause.recordedAt,
      statusAfter: paper.status,
      whereabouts: whereaboutsNumber('not-yet-mailed'),
      known: knownNumber('list'),
      byUser: cause.byUser,
      cause: cause.cause,
    });
    events.push(event);
    states.push({
      ...paper,
      version: 1,
      head: event.hash,
      whereabouts: 'not-yet-mailed',
      place: null,
      known: 'list',
      since: cause.happenedAt,
      answeredAt: null,
      keyPoints: {},
    });
  }
  await insertDocumentRows(tx, states);
  await appendEvents(tx, events);
}

export interface DecidedChange {
  before: DocumentState;
  change: Change;
}

/**
 * Writes changes with their events, each only where the paper still is as it was when the change was decided.
 * Returns the papers as they are now, without those that somebody was faster at: their changes are decided again.
 */
export async function writeChanges(
  tx: Queries,
  decided: readonly DecidedChange[],
  cause: Cause,
): Promise<DocumentState[]> {
  const steps = decided.map((each) => nextState(each, cause));
  const written = new Set(
    await updateDocumentRows(
      tx,
      steps.map(({ after }) => after),
    ),
  );
  const done = steps.filter(({ after }) => written.has(after.code));
  await appendEvents(
    tx,
    done.map(({ event }) => event),
  );
  return done.map(({ after }) => after);
}

/** The paper after a change, and the event of it. */
export function nextState(
  { before, change }: DecidedChange,
  cause: Cause,
): { after: DocumentState; event: ChainedEvent } {
  const { whereabouts, status } = change;
  const number = before.version + 1;
  const changesStatus = status !== undefined || change.leaves === true;
  const event = chainEvent(before.head, {
    code: before.code,
    number,
    kind: change.kind,
    happenedAt: cause.happenedAt,
    statedAt: cause.statedAt,
    recordedAt: cause.recordedAt,
    moment: change.moment === undefined ? undefined : cause.momentCode,
    statusBefore: changesStatus ? before.status : undefined,
    statusAfter: status,
    whereabouts: whereabouts && whereaboutsNumber(whereabouts.state),
    // Where it lies now; of a paper that is missing, where it should have lain.
    place: whereabouts?.place ?? (whereabouts ? (before.place ?? undefined) : undefined),
    known: whereabouts && knownNumber(whereabouts.known),
    byUser: cause.byUser,
    stationId: cause.stationId,
    cause: cause.cause,
  });
  return {
    event,
    after: {
      ...before,
      version: number,
      head: event.hash,
      status: status ?? before.status,
      keyPoints: change.keyPoints ?? before.keyPoints,
      answeredAt: change.answeredAt === undefined ? before.answeredAt : change.answeredAt,
      ...(whereabouts
        ? {
            whereabouts: whereabouts.state,
            place: whereabouts.place,
            known: whereabouts.known,
            since: whereabouts.since ?? cause.happenedAt,
          }
        : {}),
    },
  };
}
