import type { Clock } from '../platform/clock.ts';

/**
 * The clock of the example office while its weeks are lived through: it stands still until it is set on, and never
 * goes back. So all that the product writes bears the time at which it would have happened, and no rule has to be
 * bent for a past that was not.
 */
export class OfficeClock implements Clock {
  #now: number;

  constructor(start: Date) {
    this.#now = start.getTime();
  }

  now(): Date {
    return new Date(this.#now);
  }

  setTo(time: Date): void {
    this.#now = Math.max(this.#now, time.getTime());
  }

  pass(seconds: number): void {
    this.#now += seconds * 1_000;
  }
}
