import type { Language } from '../../shared/contracts/fields.ts';
import type { ScanHalf } from '../../shared/contracts/scanning.ts';
import type { ProcessDefinition } from '../../shared/process/definition.ts';
import { type DocumentState, namedValues } from '../documents/documents.service.ts';
import { type EventRow, listEventRows } from '../events/events.service.ts';
import type { Context } from '../platform/context.ts';
import { getProcess } from '../processes/processes.service.ts';

type Earlier = NonNullable<ScanHalf['earlier']>;

/** What stood on a paper before a scan that booked nothing of it: the answer that it has, and that it lay there. */
export interface WhatStood {
  moment?: Earlier;
  place?: Earlier;
}

/** `moment`: the one of the scan, undefined where it had none. */
export async function findEarlier(
  context: Context,
  paper: DocumentState,
  moment: string | undefined,
  language: Language,
): Promise<WhatStood> {
  const { process } = await getProcess(context, paper.processId);
  const rows = (await listEventRows(context.db, paper.code)).toReversed();
  const answer = moment === undefined ? undefined : findMoment(process, paper, rows, moment);
  const placed = rows.find(({ place }) => paper.place !== null && place === Number(paper.place));
  const label = process.moments.find(({ name }) => name === answer?.momentName)?.label[language];
  return {
    ...(answer ? { moment: { ...presentEarlier(answer), ...(label === undefined ? {} : { label }) } } : {}),
    ...(placed ? { place: presentEarlier(placed) } : {}),
  };
}

/** The latest event whose moment gave one of the values that this moment touches or cannot stand beside. */
function findMoment(
  process: ProcessDefinition,
  paper: DocumentState,
  newestFirst: readonly EventRow[],
  moment: string,
): EventRow | undefined {
  const present = namedValues(paper.status, process);
  const of = (name: string | null) => process.moments.find((each) => each.name === name);
  const asked = of(moment);
  const touched = new Set([...Object.keys(asked?.sets ?? {}), ...Object.keys(asked?.from ?? {})]);
  return newestFirst.find(({ momentName, statusAfter }) => {
    const sets = Object.entries(of(momentName)?.sets ?? {});
    return statusAfter !== null && sets.some(([name, value]) => touched.has(name) && present[name] === value);
  });
}

function presentEarlier(row: EventRow): Earlier {
  return {
    at: row.happenedAt.toISOString(),
    by: row.byUser === null ? null : { id: row.byUser, name: row.userName ?? row.byUser },
    ...(row.stationName === null ? {} : { station: row.stationName }),
  };
}

/** Whether half a scan came to something that what stood before explains. */
export function looksBack(outcome: string | undefined): boolean {
  return outcome === 'already-booked' || outcome === 'exception';
}
