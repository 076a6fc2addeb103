import { searchText } from './customers.rules.ts';
import type { ImportRow } from './import-row.rules.ts';

/** What a file changes about customers that are known; pure. */

/** A customer as he is to be kept. */
export interface Kept {
  ref: string;
  name: string;
  city: string | null;
  addressLines: string[] | null;
  doNotMail: string | null;
  searchText: string;
}
type Known = Omit<Kept, 'searchText'>;

export interface ImportPlan {
  /** Not known yet. */
  create: Kept[];
  /** Known, and something is different. */
  update: Kept[];
  unchanged: number;
}

/** References in `rows` stand there once. */
export function planImport(rows: readonly ImportRow[], known: readonly Known[]): ImportPlan {
  const byRef = new Map(known.map((customer) => [customer.ref, customer]));
  const plan: ImportPlan = { create: [], update: [], unchanged: 0 };
  for (const row of rows) {
    const before = byRef.get(row.ref);
    const after = { city: null, addressLines: null, doNotMail: null, ...withoutOthers(before), ...row };
    if (before && isSame(before, after)) plan.unchanged += 1;
    else plan[before ? 'update' : 'create'].push({ ...after, searchText: searchText(after) });
  }
  return plan;
}

function withoutOthers(known: Known | undefined): Partial<Known> {
  if (!known) return {};
  const { ref, name, city, addressLines, doNotMail } = known;
  return { ref, name, city, addressLines, doNotMail };
}

function isSame(a: Known, b: Known): boolean {
  const lines = (customer: Known) => customer.addressLines?.join('\n') ?? null;
  return a.name === b.name && a.city === b.city && a.doNotMail === b.doNotMail && lines(a) === lines(b);
}
