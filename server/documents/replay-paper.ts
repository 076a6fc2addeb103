import type { Code } from '../../shared/codes/code.ts';
import { type EventKind, eventKinds } from '../../shared/contracts/documents.ts';
import { initialValues } from '../../shared/process/definition.ts';
import { confirmMoment, transition } from '../../shared/process/transition.ts';
import type { StoredEvent } from '../events/events.service.ts';
import { type LoadedProcess, statusOf, valuesOf } from '../processes/processes.service.ts';
import { whereaboutsNumber } from './document-state.ts';
import { answeredAtAfter } from './documents.rules.ts';

/** What the events of a paper add up to. Whereabouts as the numbers that the database keeps; undefined before the first. */
export interface Replayed {
  status: number[];
  whereabouts: number | undefined;
  place: Code | undefined;
  known: number | undefined;
  since: Date | undefined;
  answeredAt: Date | null;
}

/** An event that still stands, and the paper as it was before it. */
export interface Standing {
  event: StoredEvent;
  before: Replayed;
}

/** These say nothing about status and place, so they stand in nobody's way when something is taken back. */
const aside: ReadonlySet<EventKind | undefined> = new Set(['key-points']);

/** Goes over the events of one paper, oldest first. */
export class PaperReplay {
  readonly #process: LoadedProcess;
  readonly #momentOf: ReadonlyMap<Code, string>;
  now: Replayed;
  /** The events that have not been taken back, oldest first. */
  readonly standing: Standing[] = [];

  constructor(process: LoadedProcess, momentOf: ReadonlyMap<Code, string>) {
    this.#process = process;
    this.#momentOf = momentOf;
    this.now = {
      status: statusOf(process, initialValues(process.process)),
      whereabouts: undefined,
      place: undefined,
      known: undefined,
      since: undefined,
      answeredAt: null,
    };
  }

  add(event: StoredEvent): void {
    const before = this.now;
    const kind = eventKinds[event.kind - 1];
    if (kind === 'undone') {
      const taken = this.standing.pop();
      this.now = { ...before, ...(taken ? statusPart(taken.before) : {}), ...this.#whereaboutsPart(event) };
      if (taken && event.whereabouts !== undefined) this.now.since = taken.before.since;
      return;
    }
    const status = this.#statusAfter(before.status, event, kind) ?? before.status;
    const answeredAt = answeredAtAfter(this.#process.process, before, status, event.happenedAt);
    this.now = { ...before, status, answeredAt, ...this.#whereaboutsPart(event) };
    if (!aside.has(kind)) this.standing.push({ event, before });
  }

  #whereaboutsPart({ whereabouts, place, known, happenedAt }: StoredEvent): Partial<Replayed> {
    if (whereabouts === undefined) return {};
    const lies = whereabouts === whereaboutsNumber('placed') ? place : undefined;
    return { whereabouts, place: lies, known, since: happenedAt };
  }

  /** Undefined where the event does not touch it. */
  #statusAfter(status: readonly number[], event: StoredEvent, kind: EventKind | undefined) {
    if ((kind !== 'moment' && kind !== 'settled') || event.moment === undefined) return undefined;
    const moment = this.#momentOf.get(event.moment) ?? '';
    const decide = kind === 'settled' ? confirmMoment : transition;
    const decided = decide(this.#process.process, valuesOf(this.#process, status), moment);
    return decided.outcome === 'booked' ? statusOf(this.#process, decided.values) : undefined;
  }
}

function statusPart({ status, answeredAt }: Replayed): Pick<Replayed, 'status' | 'answeredAt'> {
  return { status, answeredAt };
}
