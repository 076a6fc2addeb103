/** As in the contract, which would bring its schemas along. */
const figures = [
  'issued',
  'void',
  'mailed',
  'not-mailed',
  'answered',
  'undeliverable',
  'open',
  'overdue',
] as const;
export type Figure = (typeof figures)[number];

/** The papers that a number counts: a figure, or a value of a variable. */
export interface PaperFilter {
  only?: Figure;
  variable?: string;
  value?: number;
}

/** What the address asks for, without what cannot be asked. */
export function filterOf(search: URLSearchParams): PaperFilter {
  const only = figures.find((figure) => figure === search.get('only'));
  const variable = search.get('variable');
  const value = search.get('value') ?? '';
  return {
    ...(only && { only }),
    ...(variable && /^-?\d{1,5}$/.test(value) && { variable, value: Number(value) }),
  };
}

/** Behind the address of the papers; empty where it is all of them. */
export function searchOf({ only, variable, value }: PaperFilter): string {
  const search = new URLSearchParams();
  if (only) search.set('only', only);
  if (variable !== undefined && value !== undefined) {
    search.set('variable', variable);
    search.set('value', String(value));
  }
  return search.size > 0 ? `?${search}` : '';
}
