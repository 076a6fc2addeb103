import type { z } from 'zod';
import type { Context } from '../context.ts';

/** What a job's work is given. */
export interface JobRun<I> {
  readonly context: Context;
  readonly jobId: string;
  readonly input: I;
  /** Aborted when somebody cancels, when the product stops, or when another process has taken the job over. */
  readonly signal: AbortSignal;
  /** Units done so far and in all. Throws when the job is to stop, so that calling it often is enough. */
  progress(done: number, total?: number): Promise<void>;
}

/**
 * A kind of background work as data. The work must be well when it is started again after a crash in its middle, or
 * say `atMostOnce`: then a run that was cut off is marked as failed and left to a person.
 */
export interface JobKind<I = unknown> {
  /** `<area>.<what it does>`. */
  readonly kind: string;
  readonly input: z.ZodType<I>;
  /** How often it is tried at most, with growing pauses; `atMostOnce` makes it 1. */
  readonly tries: number;
  readonly atMostOnce?: boolean;
  /** When the calendar starts it, as cron has it, in UTC; the input is then `{}`. */
  readonly cron?: string;
  /** The result is shown to whoever may see the job: ids and numbers, no personal data. */
  work(run: JobRun<I>): Promise<unknown>;
  /** What a run that was cancelled leaves behind: its result, as far as it came. Asked after the work has ended. */
  resultSoFar?(context: Context, jobId: string): Promise<unknown>;
}

/** Ties the input's type to the work. */
export function jobKind<I>(kind: JobKind<I>): JobKind {
  return kind as unknown as JobKind;
}

/** Small work that the process which runs the jobs does every so often, without a row of its own. */
export interface Tick {
  readonly name: string;
  readonly everyMs: number;
  work(context: Context): Promise<void>;
}
