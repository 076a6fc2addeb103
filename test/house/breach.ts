/** One place where the house rules are not kept. The message says how to mend it. */
export interface Breach {
  /** Relative to the root, with forward slashes. */
  file: string;
  line?: number;
  rule: string;
  message: string;
}

/** A house rule reads the folders itself, so that what is new is covered at once. */
export type Rule = (root: string) => Promise<Breach[]>;

export function formatBreach({ file, line, rule, message }: Breach): string {
  return `${file}${line === undefined ? '' : `:${line}`}  ${rule}: ${message}`;
}
