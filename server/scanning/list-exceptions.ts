import { z } from 'zod';
import type { Code } from '../../shared/codes/code.ts';
import { exceptionReasons, type Language } from '../../shared/contracts/fields.ts';
import type { ScanException } from '../../shared/contracts/scanning.ts';
import { DomainError } from '../../shared/errors.ts';
import { describeStatus } from '../../shared/process/describe-status.ts';
import { findDocumentState, namedValues, presentPlaceOf } from '../documents/documents.service.ts';
import { findPaths } from '../places/places.service.ts';
import type { Context } from '../platform/context.ts';
import { pageOf, readCursor } from '../platform/http/cursor.ts';
import { getCommands, getProcess } from '../processes/processes.service.ts';
import {
  countOpenExceptions,
  type ExceptionRow,
  findException,
  listExceptionRows,
} from './exceptions.queries.ts';
import { findEarlier } from './find-earlier.ts';

const cursorKey = z.object({ id: z.uuid() });

interface Asked {
  settled: 'true' | 'false';
  code?: Code | undefined;
  cursor?: string | undefined;
  limit: number;
}

export async function listExceptions(context: Context, asked: Asked, language: Language) {
  const after = readCursor(cursorKey, asked.cursor)?.id;
  const settled = asked.settled === 'true';
  const rows = await listExceptionRows(context.db, { settled, code: asked.code, after, limit: asked.limit });
  const page = pageOf(rows, asked.limit, ({ id }) => ({ id }));
  const items: ScanException[] = [];
  for (const row of page.rows) items.push(await presentException(context, row, language));
  return { items, nextCursor: page.nextCursor, open: await countOpenExceptions(context.db) };
}

/** Throws `not-found`. */
export async function getException({ db }: Context, id: string): Promise<ExceptionRow> {
  const row = await findException(db, id);
  if (!row) throw new DomainError('not-found', 'There is no such exception.');
  return row;
}

export async function presentException(
  context: Context,
  row: ExceptionRow,
  language: Language,
): Promise<ScanException> {
  const code = String(row.code) as Code;
  const paper = await findDocumentState(context.db, code);
  const process = paper && (await getProcess(context, paper.processId)).process;
  const { momentOf } = await getCommands(context.db);
  const name =
    row.moment === null ? undefined : (momentOf.get(String(row.moment) as Code) ?? String(row.moment));
  const label = process?.moments.find((moment) => moment.name === name)?.label[language];
  const place = row.place === null ? [] : [String(row.place) as Code];
  const paths = await findPaths(context.db, [...place, ...(paper?.place ? [paper.place] : [])]);
  const stood = paper ? await findEarlier(context, paper, name, language) : {};
  const present =
    paper && process && name !== undefined
      ? describeStatus(process, namedValues(paper.status, process), language).headline
      : null;
  return {
    id: row.id,
    code,
    reason: exceptionReasons[row.reason] ?? 'contradiction',
    moment: name === undefined ? null : { name, label: label ?? name },
    scannedPlace: place.flatMap((each) => paths.get(each)?.path ?? []),
    present,
    earlier: stood.moment ?? null,
    place: paper ? presentPlaceOf(paper, paths) : null,
    at: row.happenedAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
    by: row.byUser === null ? null : { id: row.byUser, name: row.byName ?? row.byUser },
    station: row.stationName,
    settled: presentSettled(row),
  };
}

function presentSettled({ settledAt, settledBy, settledByName, decision, settledWhy }: ExceptionRow) {
  if (settledAt === null || decision === null) return null;
  return {
    decision: decision as NonNullable<ScanException['settled']>['decision'],
    reason: settledWhy,
    at: settledAt.toISOString(),
    by: settledBy === null ? null : { id: settledBy, name: settledByName ?? settledBy },
  };
}
