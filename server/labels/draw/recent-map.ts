/**
 * Remembers what was made of a text, for the last texts, at most twice as many as it was told: the same mailing's name
 * stands on every label. What is asked for again moves from the old half to the young one; a full young half becomes the old.
 */
export class RecentMap<Value> {
  #young = new Map<string, Value>();
  #old = new Map<string, Value>();
  readonly #half: number;

  constructor(half: number) {
    this.#half = half;
  }

  get(key: string, make: () => Value): Value {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const value = this.#old.get(key) ?? make();
    if (this.#young.size >= this.#half) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
    return value;
  }
}
