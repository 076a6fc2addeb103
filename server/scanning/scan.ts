import type { Code } from '../../shared/codes/code.ts';
import type { HalfOutcome, ScanOutcome, ScanProblemCode } from '../../shared/contracts/scanning.ts';

/** One scan as the engine handles it: everything recognised that can be without looking at the paper. */
export interface Scan {
  /** Lower case, as the database gives it back. */
  readonly id: string;
  readonly code: Code;
  /** Undefined: none given. Null: no moment that any process has ever had. */
  readonly moment: { name: string; code: Code } | null | undefined;
  /** Undefined: none given. Null: no code of a place. */
  readonly place: Code | null | undefined;
  /** The scan of the same code that is taken back. */
  readonly undoes: string | undefined;
  /** By the station's clock, and corrected by ours. */
  readonly statedAt: Date;
  readonly happenedAt: Date;
  /** Older than ids are remembered: it cannot be told whether it was booked before. */
  readonly tooOld: boolean;
  /** A number made of what it says, to tell the same scan from another one with its id. */
  readonly contents: bigint;
  readonly byUser: string;
  readonly stationId: number;
}

export interface HalfResult {
  readonly outcome: HalfOutcome;
  readonly problem?: ScanProblemCode;
}

/** What came of a scan: what is remembered of it and what the reply says. */
export interface Outcome {
  readonly outcome: ScanOutcome;
  readonly moment?: HalfResult;
  readonly place?: HalfResult;
  /** Of the whole, where it stands with neither half. */
  readonly problem?: ScanProblemCode;
}
