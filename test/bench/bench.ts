/** What a bench is told. */
export interface BenchSettings {
  /** Documents in the database, for benches that fill one; undefined: as many as the bench is meant for. */
  documents: number | undefined;
  /** A folder of pictures to read instead of drawn ones. */
  photos?: string | undefined;
  /** Whether every text counts that is read, not only our codes. */
  anyText?: boolean;
  /** How far it is. */
  say(line: string): void;
}

export type Limit = { atMost: number } | { atLeast: number };

export interface Ratio {
  value: number;
  limit: Limit;
}

export type Figure = number | string | null | { [name: string]: Figure };

export interface BenchResult {
  ratios: Record<string, Ratio>;
  figures: Record<string, Figure>;
  /** Where the time goes, for whoever wants to make it less. */
  notes: string[];
}

/**
 * One file `<name>.bench.ts` exports one as `bench`. It throws where it cannot measure or gets wrong answers; a limit
 * that is missed is a result as well.
 */
export interface Bench {
  name: string;
  run(settings: BenchSettings): Promise<BenchResult>;
}
