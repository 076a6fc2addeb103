import type { Code } from '../../shared/codes/code.ts';
import type { ExceptionReason } from '../../shared/contracts/fields.ts';
import type { HalfOutcome, ScanOutcome, ScanProblemCode } from '../../shared/contracts/scanning.ts';
import type { Whereabouts } from '../../shared/places/whereabouts.ts';
import type { ProcessDefinition } from '../../shared/process/definition.ts';
import { transition } from '../../shared/process/transition.ts';
import { answeredAtAfter, type Change, isOver, namedValues } from '../documents/documents.rules.ts';
import type { DocumentState } from '../documents/documents.service.ts';
import type { HalfResult, Outcome } from './scan.ts';

/** The law of scans. Pure. Times in milliseconds. */

const day = 24 * 60 * 60 * 1_000;

/** For so long a scan that is sent again gets its first reply. */
export const rememberedFor = 180 * day;

/** No clock says anything before; what does is taken as this. */
const beginning = Date.UTC(1970, 0, 1);

/**
 * When a scan happened by our clock. What the station's clock says as it sends tells by how much it is wrong; a scan
 * cannot have happened after it was sent.
 */
export function correctTime(at: number, sentAt: number, receivedAt: number): Date {
  return new Date(Math.max(beginning, receivedAt - Math.max(0, sentAt - at)));
}

export function isTooOld(happenedAt: Date, now: Date): boolean {
  return now.getTime() - happenedAt.getTime() > rememberedFor;
}

/** The outcome of the whole from those of its halves. */
function combine(moment: HalfOutcome | undefined, place: HalfOutcome | undefined): ScanOutcome {
  if (moment === undefined || place === undefined || moment === place) return moment ?? place ?? 'seen';
  if (moment === 'refused' || place === 'refused') return 'partly';
  return moment === 'exception' || place === 'exception' ? 'exception' : 'booked';
}

export function outcomeOf(moment: HalfResult | undefined, place: HalfResult | undefined): Outcome {
  return {
    outcome: combine(moment?.outcome, place?.outcome),
    ...(moment ? { moment } : {}),
    ...(place ? { place } : {}),
  };
}

export function refused(problem: ScanProblemCode): HalfResult {
  return { outcome: 'refused', problem };
}

/** Whether the scan is remembered: what was wholly turned down may be sent again when its cause is gone. */
export function isRemembered({ outcome }: Outcome): boolean {
  return outcome !== 'refused' && outcome !== 'unknown';
}

/** Why a scan, or half of it, was turned down; undefined where it was not. */
export function problemOf({ moment, place, problem }: Outcome): ScanProblemCode | undefined {
  return problem ?? moment?.problem ?? place?.problem;
}

/** What a scan asks of a paper. Undefined: nothing; null: something that was not recognised. */
export interface Asked {
  moment: { name: string } | null | undefined;
  place: { code: Code; full: boolean } | null | undefined;
  tooOld: boolean;
  happenedAt: Date;
}

export interface PaperDecision {
  outcome: Outcome;
  /** Undefined: the paper stays as it is. */
  change?: Change;
  /** A person has to decide. */
  exception?: ExceptionReason;
  /** Takes back a scan that waited for a person, so that he need not decide any more. */
  withdraws?: string;
}

const exception: HalfResult = { outcome: 'exception' };
const booked: HalfResult = { outcome: 'booked' };
const already: HalfResult = { outcome: 'already-booked' };

/** What a scan does to a paper. Answer and place are decided each by itself, so that neither loses the other. */
export function decidePaper(state: DocumentState, process: ProcessDefinition, asked: Asked): PaperDecision {
  if (asked.tooOld && (asked.moment !== undefined || asked.place !== undefined)) {
    const halves = [asked.moment, asked.place].map((half) => (half === undefined ? undefined : exception));
    return { outcome: outcomeOf(halves[0], halves[1]), exception: 'too-old' };
  }
  const moment = decideMoment(state, process, asked);
  const place = decidePlace(state, asked);
  const outcome = outcomeOf(moment?.half, place);
  const contradicts = moment?.half.outcome === 'exception';
  const whereabouts = whereaboutsAfter(state, process, asked, outcome);
  const status = moment?.status;
  if (!status && !whereabouts) return { outcome, ...(contradicts ? { exception: 'contradiction' } : {}) };
  return {
    outcome,
    ...(contradicts ? { exception: 'contradiction' } : {}),
    change: {
      kind: status ? 'moment' : place?.outcome === 'booked' ? 'placed' : 'received',
      ...(status && asked.moment
        ? {
            moment: asked.moment.name,
            status,
            answeredAt: answeredAtAfter(process, state, status, asked.happenedAt),
          }
        : {}),
      ...(whereabouts ? { whereabouts } : {}),
    },
  };
}

function decideMoment(
  state: DocumentState,
  process: ProcessDefinition,
  { moment }: Asked,
): { half: HalfResult; status?: number[] } | undefined {
  if (moment === undefined) return undefined;
  if (moment === null) return { half: refused('moment-unknown') };
  const decided = transition(process, namedValues(state.status, process), moment.name);
  if (decided.outcome === 'refused') return { half: refused(decided.reason) };
  if (isOver(state)) return { half: refused('moment-not-allowed') };
  if (decided.outcome !== 'booked') return { half: { outcome: decided.outcome } };
  return { half: booked, status: process.variables.map(({ name }) => decided.values[name] ?? 0) };
}

function decidePlace(state: DocumentState, { place }: Asked): HalfResult | undefined {
  if (place === undefined) return undefined;
  if (place === null) return refused('place-unknown');
  if (isOver(state)) return refused('place-not-allowed');
  if (state.place === place.code) return already;
  return place.full ? refused('place-full') : booked;
}

/** Where a paper may be that is not in the house, as far as we know. */
const outside: ReadonlySet<Whereabouts> = new Set([
  'not-yet-mailed',
  'sent',
  'handed-over',
  'given-away',
  'unknown',
]);

/** Undefined: it stays where it is. A scan without a place never takes a paper out of its box. */
function whereaboutsAfter(
  state: DocumentState,
  process: ProcessDefinition,
  asked: Asked,
  { moment, place }: Outcome,
): Change['whereabouts'] {
  if (place?.outcome === 'booked' && asked.place) {
    return { state: 'placed', place: asked.place.code, known: 'scanned' };
  }
  if (place?.outcome === 'already-booked' || moment === undefined || moment.outcome === 'refused') {
    return undefined;
  }
  const paper = process.moments.find(({ name }) => name === asked.moment?.name)?.paper;
  if (paper === 'comes-back' && outside.has(state.whereabouts)) {
    return { state: 'received', place: null, known: 'scanned' };
  }
  if (paper === 'goes-out' && moment.outcome === 'booked' && state.whereabouts === 'not-yet-mailed') {
    return { state: 'sent', place: null, known: 'scanned' };
  }
  return undefined;
}
