/** So long after a change nothing is kept: it may not be committed yet. */
const settlingMs = 1_000;

const most = 10_000;

interface Kept<R> {
  readonly row: R;
  readonly readAt: number;
}

/**
 * Rows as they were read a moment ago, so that what is asked with every call costs no query. What this process changes
 * holds at once (it says `forget`); what another process changes holds here after `lifetimeMs`.
 */
export class KeptRows<R> {
  readonly #lifetimeMs: number;
  /** By database, since tests have several in one process. */
  readonly #kept = new WeakMap<object, Map<string, Kept<R>>>();
  #changedAt = Number.NEGATIVE_INFINITY;

  constructor(lifetimeMs = 1_000) {
    this.#lifetimeMs = lifetimeMs;
  }

  /** Something has changed, or is about to: for a second nothing is kept, since it may not be committed yet. */
  forget(): void {
    this.#changedAt = performance.now();
  }

  /** The row of this key. Where there is none it is asked for each time. */
  async get(db: object, key: string, read: () => Promise<R | undefined>): Promise<R | undefined> {
    const rows = await this.getAll(db, [key], async () => {
      const row = await read();
      return new Map(row === undefined ? [] : [[key, row]]);
    });
    return rows.get(key);
  }

  /** The rows of these keys; those that are not at hand are read together. */
  async getAll<K extends string>(
    db: object,
    keys: readonly K[],
    read: (missing: K[]) => Promise<Map<K, R>>,
  ): Promise<Map<K, R>> {
    const kept = this.#kept.get(db) ?? new Map<string, Kept<R>>();
    this.#kept.set(db, kept);
    const begun = performance.now();
    const found = new Map<K, R>();
    const missing: K[] = [];
    for (const key of new Set(keys)) {
      const present = kept.get(key);
      if (present && present.readAt > this.#changedAt && begun - present.readAt < this.#lifetimeMs) {
        found.set(key, present.row);
      } else missing.push(key);
    }
    if (missing.length === 0) return found;
    const fresh = await read(missing);
    const settled = begun - this.#changedAt >= settlingMs;
    if (kept.size + fresh.size > most) kept.clear();
    for (const [key, row] of fresh) {
      found.set(key, row);
      if (settled) kept.set(key, { row, readAt: begun });
    }
    return found;
  }
}
