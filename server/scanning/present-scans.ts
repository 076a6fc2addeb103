import type { Code } from '../../shared/codes/code.ts';
import type { Language } from '../../shared/contracts/fields.ts';
import type { ScanHalf, ScannedDocument, ScanResult } from '../../shared/contracts/scanning.ts';
import { describeStatus } from '../../shared/process/describe-status.ts';
import { type DocumentState, namedValues, presentPlaceOf } from '../documents/documents.service.ts';
import { findKeptPaths, findKeptPathsOf, type StandingPlace } from '../places/places.service.ts';
import type { Context } from '../platform/context.ts';
import { getProcess, type LoadedProcess } from '../processes/processes.service.ts';
import type { Booked } from './book-papers.ts';
import { countOpenOf } from './exceptions.queries.ts';
import { findEarlier, looksBack, type WhatStood } from './find-earlier.ts';
import { getMailingTitle, type MailingTitle } from './mailing-titles.ts';
import { presentProblem } from './problem-details.ts';
import type { HalfResult, Outcome } from './scan.ts';

type Paths = Awaited<ReturnType<typeof findKeptPaths>>;

/** What came of a scan, under the id that the station gave it. */
export interface Answered extends Omit<Booked, 'scan'> {
  readonly id: string;
  readonly scan?: Booked['scan'];
}

/** Replies in the order of the scans, in the reader's language. */
export async function presentScans(
  context: Context,
  answered: readonly Answered[],
  language: Language,
): Promise<ScanResult[]> {
  const processes = new Map<string, LoadedProcess>();
  const titles = new Map<string, MailingTitle>();
  for (const { paper } of answered) {
    if (!paper) continue;
    processes.set(paper.processId, await getProcess(context, paper.processId));
    titles.set(paper.mailingId, await getMailingTitle(context, paper.mailingId));
  }
  const defaults = [...processes.values()].flatMap(({ type }) => type.defaultPlace ?? []);
  const paths = await findPathsFor(context, answered, defaults);
  const waiting = await countOpenOf(context.db, answered.flatMap(lookedUp));
  const results: ScanResult[] = [];
  for (const each of answered) {
    const { id, scan, outcome, paper } = each;
    const process = paper && processes.get(paper.processId);
    const title = paper && titles.get(paper.mailingId);
    const moment = scan?.moment?.name;
    const back = paper && (looksBack(outcome.moment?.outcome) || looksBack(outcome.place?.outcome));
    const stood = back ? await findEarlier(context, paper, moment, language) : {};
    results.push({
      id,
      ...presentOutcome(outcome, stood),
      ...(paper && process && title
        ? {
            document: {
              ...presentDocument(paper, process, title, paths, moment, language),
              ...inDoubt(waiting, each),
            },
          }
        : {}),
    });
  }
  return results;
}

/** Papers of which the reply says what was booked before: it must not be taken for certain while something waits. */
function lookedUp({ outcome, paper }: Answered): Code[] {
  const shown = outcome.outcome === 'seen' || outcome.outcome === 'already-booked';
  return paper && shown ? [paper.code] : [];
}

function inDoubt(waiting: ReadonlyMap<Code, number>, each: Answered): Pick<ScannedDocument, 'waiting'> {
  const [count] = lookedUp(each).map((code) => waiting.get(code));
  return count === undefined ? {} : { waiting: count };
}

/** Where the papers lie: mostly in the place that was scanned, whose row is at hand. */
async function findPathsFor(
  { db }: Context,
  answered: readonly Answered[],
  others: readonly Code[],
): Promise<Paths> {
  const scanned = new Map<Code, StandingPlace>();
  const asked = new Set(others);
  for (const { paper, place } of answered) {
    if (!paper?.place) continue;
    if (place?.code === paper.place) scanned.set(place.code, place);
    else asked.add(paper.place);
  }
  const [near, far] = await Promise.all([
    findKeptPathsOf(db, [...scanned.values()]),
    findKeptPaths(db, [...asked]),
  ]);
  return new Map([...far, ...near]);
}

function presentOutcome(
  { outcome, moment, place, problem }: Outcome,
  stood: WhatStood,
): Omit<ScanResult, 'id' | 'document'> {
  return {
    outcome,
    ...(moment ? { moment: presentHalf(moment, stood.moment) } : {}),
    ...(place ? { place: presentHalf(place, stood.place) } : {}),
    ...(problem ? { problem: presentProblem(problem) } : {}),
  };
}

function presentHalf({ outcome, problem }: HalfResult, earlier: ScanHalf['earlier']): ScanHalf {
  return {
    outcome,
    ...(problem ? { problem: presentProblem(problem) } : {}),
    ...(earlier && looksBack(outcome) ? { earlier } : {}),
  };
}

function presentDocument(
  paper: DocumentState,
  { key, type, process }: LoadedProcess,
  mailing: MailingTitle,
  paths: Paths,
  moment: string | undefined,
  language: Language,
): ScannedDocument {
  const status = namedValues(paper.status, process);
  const { headline, beside } = describeStatus(process, status, language);
  const instruction = moment === undefined ? undefined : type.instructions[moment]?.[language];
  return {
    code: paper.code,
    type: { key, name: type.name[language] },
    mailing,
    runNumber: paper.runNumber,
    status,
    words: { headline, details: beside },
    place: presentPlaceOf(paper, paths),
    instruction: instruction ?? null,
    defaultPlace: (type.defaultPlace && paths.get(type.defaultPlace)?.path) || [],
  };
}
