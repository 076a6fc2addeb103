/** Remembers what was made of a text, for the last so many texts: the same mailing's name stands on every label. */
export class RecentMap<Value> {
  readonly #values = new Map<string, Value>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string, make: () => Value): Value {
    const present = this.#values.get(key);
    if (present !== undefined) {
      // Taken out and put in again it is the youngest, so that what is used often stays.
      this.#values.delete(key);
      this.#values.set(key, present);
      return present;
    }
    const value = make();
    this.#values.set(key, value);
    if (this.#values.size > this.#most) {
      const oldest = this.#values.keys().next().value;
      if (oldest !== undefined) this.#values.delete(oldest);
    }
    return value;
  }
}
