/** As the contract has it. */
const longestKept = 3650;

/** Whether this leads to a customer's record: a web address with the place of the reference behind its host. */
export function isCrmLink(pattern: string): boolean {
  return /^https?:\/\/[^/{}]+\/.*\{ref\}/.test(pattern) && URL.canParse(pattern.replaceAll('{ref}', 'x'));
}

/** Undefined for what is no number of days. */
export function daysIn(text: string): number | undefined {
  const written = text.trim();
  if (!/^\d{1,4}$/.test(written)) return undefined;
  const days = Number(written);
  return days <= longestKept ? days : undefined;
}
