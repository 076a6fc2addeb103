import { partsOf } from '../../../../shared/labels/templates.ts';

export interface PapersChoice {
  /** `part-0`, `part-1` …, or `one`. */
  which: string;
  /** The run number as it was typed. */
  run: string;
}

/** The run numbers to ask for; undefined where what was typed is none of the mailing's. */
export function rangeOf(
  { which, run }: PapersChoice,
  papers: number,
): { from: number; to: number } | undefined {
  if (which === 'one') {
    const number = Number(run.trim() || Number.NaN);
    const known = Number.isInteger(number) && number >= 1 && number <= papers;
    return known ? { from: number, to: number } : undefined;
  }
  return partsOf(papers)[Number(which.replace('part-', ''))];
}
