import type { Code } from '../../../shared/codes/code.ts';
import type { ScanResult, SentScan } from '../../../shared/contracts/scanning.ts';
import type { Kept } from './kept-session.ts';
import { reduceSession, type SessionEvent } from './reduce-session.ts';
import { freshSession, type Scan, type Session, type Source, type Stop, waitingScans } from './session.ts';
import { undoableSinceMoment } from './undo.ts';

/** What a station needs of the world. */
export interface StationPorts {
  /** Sends scans; the results in their order. Rejects where it is not known that they were kept. */
  send: (scans: SentScan[]) => Promise<readonly ScanResult[]>;
  whyFailed: (error: unknown) => Pick<Stop, 'why' | 'problem'>;
  now: () => Date;
  newId: () => string;
  /** What an earlier page of this tab left; written at each change. */
  kept: { read: () => Kept; write: (session: Kept) => void };
}

/** Waits between tries in milliseconds; the last one goes on for ever. */
const waits = [1_000, 2_000, 4_000, 8_000] as const;
const mostAtOnce = 500;

/**
 * The session with its way to the server: one request at a time, with all that waits, in order. What is not answered
 * is sent again with the same ids, so that it counts once. Lives outside the screen: a look at another page
 * ends nothing.
 */
export class Station {
  readonly #ports: StationPorts;
  readonly #listeners = new Set<() => void>();
  #session: Session;
  #sending = false;
  #left = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ports: StationPorts) {
    this.#ports = ports;
    this.#session = reduceSession(freshSession, { type: 'restored', ...ports.kept.read() });
  }

  readonly session = (): Session => this.#session;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly dispatch = (event: SessionEvent): void => {
    const before = this.#session;
    this.#session = reduceSession(before, event);
    if (this.#session === before) return;
    if (isOtherToKeep(this.#session, before)) this.#ports.kept.write(this.#session);
    for (const tell of this.#listeners) tell();
    void this.#sendWaiting();
  };

  readonly onScan = (code: Code, source: Source): void =>
    this.dispatch({ type: 'scanned', code, source, ...this.#mark() });

  readonly command = (command: Extract<SessionEvent, { type: 'command' }>['command']): void =>
    this.dispatch({ type: 'command', command, ...this.#mark() });

  readonly undo = (scan: string): void => this.dispatch({ type: 'undo', scan, ...this.#mark() });

  readonly undoSinceMoment = (): void => {
    const ids = undoableSinceMoment(this.#session).map(() => this.#ports.newId());
    this.dispatch({ type: 'undo-since-moment', ids, at: this.#mark().at });
  };

  /** Now rather than when the wait is over: the network is back, somebody has signed in, or wishes it. */
  readonly retry = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    void this.#sendWaiting();
  };

  /** Somebody else sits here now; what waits is kept for who scanned it. */
  readonly leave = (): void => {
    this.#left = true;
    clearTimeout(this.#timer);
  };

  #mark() {
    return { id: this.#ports.newId(), at: this.#ports.now().toISOString() };
  }

  async #sendWaiting(): Promise<void> {
    const scans = waitingScans(this.#session).slice(0, mostAtOnce);
    if (this.#left || this.#sending || this.#timer !== undefined || scans.length === 0) return;
    this.#sending = true;
    let event: SessionEvent;
    try {
      const results = await this.#ports.send(scans.map(toSend));
      event = { type: 'replied', results: pair(scans, results), at: this.#mark().at };
    } catch (error) {
      event = { type: 'failed', ...this.#ports.whyFailed(error) };
    }
    this.#sending = false;
    if (event.type === 'failed') this.#tryAgainLater();
    this.dispatch(event);
  }

  #tryAgainLater(): void {
    const tries = this.#session.stop?.tries ?? 0;
    const wait = waits[Math.min(tries, waits.length - 1)];
    this.#timer = setTimeout(this.retry, wait);
  }
}

function isOtherToKeep(session: Session, before: Session): boolean {
  return (['mode', 'moment', 'place', 'scans'] as const).some((part) => session[part] !== before[part]);
}

function toSend({ id, code, at, moment, place, undoes }: Scan): SentScan {
  if (undoes !== null) return { id, code, at, undoes };
  return { id, code, at, ...(moment && { moment: moment.name }), ...(place && { place }) };
}

function pair(scans: readonly Scan[], results: readonly ScanResult[]) {
  return scans.flatMap(({ code }, index) => {
    const result = results[index];
    return result ? [{ code, result }] : [];
  });
}
