import type { Scan, Session } from './session.ts';

/**
 * What a page of this tab leaves for the next one: what is set, and the scans. In the tab alone, by the person who
 * scanned; codes and moments, no names.
 */
export type Kept = Pick<Session, 'mode' | 'moment' | 'place' | 'scans'>;

const keyOf = {
  /** Not answered yet: written at each scan, whatever happens to the page. */
  unsent: (userId: string) => `spoor.scans.${userId}`,
  set: (userId: string) => `spoor.station.${userId}`,
  /** Answered: written as the page goes. */
  answered: (userId: string) => `spoor.answered.${userId}`,
};

function read<T>(key: string, otherwise: T): T {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') ?? otherwise;
  } catch {
    return otherwise;
  }
}

function write(key: string, value: unknown): void {
  try {
    if (value === null || (Array.isArray(value) && value.length === 0)) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // No storage on this device: it lasts as long as the page.
  }
}

const nothingSet: Omit<Kept, 'scans'> = { mode: 'sticky', moment: null, place: null };

export function readKept(userId: string): Kept {
  const unsent = read<Scan[]>(keyOf.unsent(userId), []);
  const known = new Set(unsent.map(({ id }) => id));
  const answered = read<Scan[]>(keyOf.answered(userId), []).filter(({ id }) => !known.has(id));
  return {
    ...nothingSet,
    ...read<Partial<typeof nothingSet>>(keyOf.set(userId), {}),
    scans: [...unsent, ...answered].sort((a, b) => b.at.localeCompare(a.at)),
  };
}

const listeners = new Set<() => void>();

export function keepSession(userId: string, { mode, moment, place, scans }: Kept): void {
  write(keyOf.set(userId), { mode, moment, place });
  write(
    keyOf.unsent(userId),
    scans.filter(({ result }) => result === null),
  );
  for (const tell of listeners) tell();
}

/** Also what was answered, so that it can still be taken back on the next page; without what tells of the paper. */
export function keepAnswered(userId: string, { scans, done }: Pick<Session, 'scans' | 'done'>): void {
  write(keyOf.answered(userId), done ? [] : scans.filter(({ result }) => result !== null).map(bare));
}

function bare({ result, ...scan }: Scan): Scan {
  if (!result) return { ...scan, result };
  const { id, outcome, moment, place, problem } = result;
  return {
    ...scan,
    result: {
      id,
      outcome,
      ...(moment && { moment: { outcome: moment.outcome } }),
      ...(place && { place: { outcome: place.outcome } }),
      ...(problem && { problem }),
    },
  };
}

/** How many scans of this person are not booked yet, also where no station is open on this page. */
export const unsent = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  count: (userId: string): number => read<Scan[]>(keyOf.unsent(userId), []).length,
};
