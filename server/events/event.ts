import type { Code } from '../../shared/codes/code.ts';
import type { EventKind } from '../../shared/contracts/documents.ts';

/** One thing that happened to one paper or place. Ids and numbers only: erasing a person need not touch it. */
export interface NewEvent {
  code: Code;
  /** 1 for the first of its code; the version of its document or place after it. */
  number: number;
  kind: EventKind;
  happenedAt: Date;
  /** What the station's clock said, where that was corrected. */
  statedAt?: Date | undefined;
  recordedAt: Date;
  /** The command code of the moment. */
  moment?: Code | undefined;
  /** Values in the order of the process's variables, where they changed. */
  statusBefore?: readonly number[] | undefined;
  statusAfter?: readonly number[] | undefined;
  /** The numbers of `whereaboutsStates` and `knownHow`, where the paper's whereabouts changed. */
  whereabouts?: number | undefined;
  place?: Code | undefined;
  known?: number | undefined;
  byUser?: string | undefined;
  stationId?: number | undefined;
  /** What caused it: a mailing, a scan. */
  cause?: string | undefined;
}

/** An event as it is kept and hashed: its kind as a number. */
export type StoredEvent = Omit<NewEvent, 'kind'> & { kind: number };

/** An event with the hash that chains it to what was before; the hash is the new head of its document or place. */
export interface ChainedEvent extends StoredEvent {
  hash: Buffer;
}
