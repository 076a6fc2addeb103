import type { Code } from '../../shared/codes/code.ts';
import { type CodeCheck, readCodeCheck } from '../codes/codes.service.ts';
import { type EventRow, listEventsOfCodes, type StoredEvent } from '../events/events.service.ts';
import type { Context } from '../platform/context.ts';
import type { Queries } from '../platform/db/database.ts';
import { getCommands, getProcess } from '../processes/processes.service.ts';
import { checkHistory, type KeptEvent } from './check-history.ts';
import type { DocumentState } from './document-state.ts';
import { findEventsWithoutDocument, listAfter } from './documents.queries.ts';

interface Damage {
  code: Code;
  problem: string;
}

/** Papers a step. */
const chunk = 2_000;

/**
 * Goes over every paper: its chain of hashes, its status by replay, its whereabouts, its code. Gives out each damage
 * as it is found, and after each step how many papers have been checked.
 */
export async function* findDocumentDamage(context: Context): AsyncGenerator<Damage | { checked: number }> {
  const codes = await readCodeCheck(context.db);
  const { momentOf } = await getCommands(context.db);
  let checked = 0;
  let after: Code | undefined;
  for (;;) {
    const papers = await listAfter(context.db, after, chunk);
    const events = await eventsByCode(context, papers);
    for (const paper of papers) {
      const process = await getProcess(context, paper.processId);
      const problems = checkHistory(paper, events.get(paper.code) ?? [], process, momentOf);
      for (const problem of [...problems, ...checkCode(codes, paper.code)])
        yield { code: paper.code, problem };
    }
    checked += papers.length;
    yield { checked };
    after = papers.at(-1)?.code ?? after;
    if (papers.length < chunk) break;
  }
  for (const code of await findEventsWithoutDocument(context.db)) {
    yield { code, problem: 'it has events, but the paper itself is gone' };
  }
}

function checkCode(codes: CodeCheck, code: Code): string[] {
  return codes.wasIssued(code) ? [] : ['its code was never issued'];
}

async function eventsByCode(
  { db }: Context,
  papers: readonly DocumentState[],
): Promise<Map<Code, KeptEvent[]>> {
  const byCode = new Map<Code, KeptEvent[]>();
  if (papers.length === 0) return byCode;
  for (const row of await listEventsOfCodes(
    db,
    papers.map(({ code }) => code),
  )) {
    const kept = keptEvent(row);
    byCode.set(kept.event.code, [...(byCode.get(kept.event.code) ?? []), kept]);
  }
  return byCode;
}

/** The events of one paper as they are kept, oldest first. */
export async function listStoredEvents(db: Queries, code: Code): Promise<StoredEvent[]> {
  return (await listEventsOfCodes(db, [code])).map((row) => keptEvent(row).event);
}

type StoredRow = Omit<EventRow, 'userName' | 'stationName' | 'momentName'>;

function keptEvent(row: StoredRow): KeptEvent {
  const code = (value: number | null) => (value === null ? undefined : (String(value) as Code));
  return {
    hash: row.hash,
    event: {
      code: String(row.code) as Code,
      number: row.number,
      kind: row.kind,
      happenedAt: row.happenedAt,
      statedAt: row.statedAt ?? undefined,
      recordedAt: row.recordedAt,
      moment: code(row.moment),
      statusBefore: row.statusBefore ?? undefined,
      statusAfter: row.statusAfter ?? undefined,
      whereabouts: row.whereabouts ?? undefined,
      place: code(row.place),
      known: row.known ?? undefined,
      byUser: row.byUser ?? undefined,
      stationId: row.stationId ?? undefined,
      cause: row.cause ?? undefined,
    },
  };
}
