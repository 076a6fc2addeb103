/**
 * Sessions and API keys as they were read a moment ago, so that a call does not cost a query before it begins. What one
 * process changes holds at its next call; what another process changes holds in it after a second.
 */
const lifetimeMs = 1_000;

/** After a change nothing is kept for as long, since the change may not be committed yet while others read. */
let changedAt = Number.NEGATIVE_INFINITY;

const most = 10_000;

interface Kept<R> {
  readonly row: R;
  readonly readAt: number;
}

/** By what a caller shows: the hash of a session's token, or the prefix of a key. */
export class KnownCallers<R> {
  readonly #kept = new WeakMap<object, Map<string, Kept<R>>>();

  /** The row of this key, from memory if it was read within the last second. Whoever is not known is asked for each time. */
  async get(db: object, key: string, read: () => Promise<R | undefined>): Promise<R | undefined> {
    const rows = this.#kept.get(db) ?? new Map<string, Kept<R>>();
    this.#kept.set(db, rows);
    const begun = performance.now();
    const kept = rows.get(key);
    if (kept && kept.readAt > changedAt && begun - kept.readAt < lifetimeMs) return kept.row;
    const row = await read();
    if (row === undefined || begun - changedAt < lifetimeMs) rows.delete(key);
    else {
      if (rows.size >= most) rows.clear();
      rows.set(key, { row, readAt: begun });
    }
    return row;
  }
}

/** Somebody has been signed out, changed or deactivated, or a key was revoked: everything is read anew. */
export function forgetCallers(): void {
  changedAt = performance.now();
}
