import { sql } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Queries } from '../db/database.ts';
import type { JobKind } from './job-kind.ts';

export interface NewJob {
  kind: JobKind;
  input: unknown;
  /** Who asked for it; absent where the product itself did. */
  startedBy?: string;
  /** The same key of a kind is taken on once, for ever. */
  key?: string;
}

/** Takes on work within the caller's transaction: it is there exactly when what caused it is. */
export class JobQueue {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The id of the job; that of the earlier one where the key was taken before. */
  async enqueue(db: Queries, { kind, input, startedBy, key }: NewJob): Promise<string> {
    const row = await db
      .insertInto('jobs')
      .values({
        kind: kind.kind,
        key: key ?? null,
        input: JSON.stringify(kind.input.parse(input)),
        triesLeft: kind.atMostOnce ? 1 : kind.tries,
        startedBy: startedBy ?? null,
        createdAt: this.#clock.now(),
      })
      .onConflict((conflict) => conflict.constraint('jobs_key_key').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (row) {
      await deliver(db, kind.kind, row.id);
      return row.id;
    }
    const earlier = db.selectFrom('jobs').select('id').where('kind', '=', kind.kind);
    return (await earlier.where('key', '=', key ?? null).executeTakeFirstOrThrow()).id;
  }
}

/**
 * Puts a job before the workers, or before them again. The row in `jobs` is the truth and counts the tries; the
 * queue only delivers, so it never gives up by itself.
 */
export async function deliver(db: Queries, kind: string, jobId: string): Promise<void> {
  await sql`
    select graphile_worker.add_job(${kind}::text, payload := json_build_object('jobId', ${jobId}::uuid),
      max_attempts := 1000, job_key := ${jobId}::text)`.execute(db);
}
