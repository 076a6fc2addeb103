import { DomainError } from '../../shared/errors.ts';
import type { Scan } from './scan.ts';

/** Scans a batch, batches at the same time, and scans that may wait: beyond that a station is asked to come back. */
const limits = { batch: 250, running: 3, waiting: 20_000 };

interface Waiting<R> {
  readonly scan: Scan;
  readonly done: (result: R) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Gathers scans that arrive together, so that they share one read, one write and one commit: while some batches are
 * under way the next ones gather. Two scans of one paper never are in batches at the same time, so that the second
 * sees what the first did; and a batch has no more than one of a paper.
 */
export class ScanQueue<R> {
  readonly #work: (scans: readonly Scan[]) => Promise<readonly R[]>;
  readonly #busy = new Set<string>();
  #waiting: Waiting<R>[] = [];
  #running = 0;
  #scheduled = false;

  constructor(work: (scans: readonly Scan[]) => Promise<readonly R[]>) {
    this.#work = work;
  }

  /** Results in the order of the scans. Throws `unavailable` where too many wait, and what the work throws. */
  add(scans: readonly Scan[]): Promise<R[]> {
    if (this.#waiting.length + scans.length > limits.waiting) {
      throw new DomainError(
        'unavailable',
        'Too many scans wait at this moment. Nothing was booked; send them again.',
      );
    }
    const results = scans.map(
      (scan) => new Promise<R>((done, failed) => this.#waiting.push({ scan, done, failed })),
    );
    this.#schedule();
    return Promise.all(results);
  }

  /** After what arrived in the same turn of the event loop has been taken in. */
  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      while (this.#running < limits.running && this.#startNext());
    });
  }

  #startNext(): boolean {
    const batch: Waiting<R>[] = [];
    const left: Waiting<R>[] = [];
    const held = new Set<string>();
    for (const each of this.#waiting) {
      const { code } = each.scan;
      // Whoever waits for a paper is not overtaken by a later scan of it.
      if (batch.length >= limits.batch || this.#busy.has(code) || held.has(code)) left.push(each);
      else batch.push(each);
      held.add(code);
    }
    if (batch.length === 0) return false;
    this.#waiting = left;
    void this.#run(batch);
    return true;
  }

  async #run(batch: readonly Waiting<R>[]): Promise<void> {
    this.#running += 1;
    for (const { scan } of batch) this.#busy.add(scan.code);
    try {
      const results = await this.#work(batch.map(({ scan }) => scan));
      for (const [index, { done }] of batch.entries()) done(results[index] as R);
    } catch (error) {
      for (const { failed } of batch) failed(error);
    } finally {
      for (const { scan } of batch) this.#busy.delete(scan.code);
      this.#running -= 1;
      this.#schedule();
    }
  }
}
