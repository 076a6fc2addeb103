const [zero, minus, point, blank] = [48, 45, 46, 32];

/**
 * The operators of a page, put together as bytes: a page of labels has some ten thousand numbers, and a string for each of them
 * would take most of the time.
 */
export class PageBytes {
  #bytes = new Uint8Array(64 * 1024);
  #length = 0;

  /** Text of signs below 256. */
  text(text: string): void {
    this.#makeRoom(text.length);
    for (let at = 0; at < text.length; at += 1) this.#bytes[this.#length++] = text.charCodeAt(at);
  }

  /** A whole number and a blank. */
  whole(value: number): void {
    this.#makeRoom(24);
    if (value < 0) this.#bytes[this.#length++] = minus;
    this.#digits(Math.abs(value), 1);
    this.#bytes[this.#length++] = blank;
  }

  /** A number and a blank, as PDF has it: no exponent, and no digit that no printer sees. */
  number(value: number): void {
    const size = Math.round(Math.abs(value) * 1e4);
    const whole = Math.floor(size / 1e4);
    this.#makeRoom(32);
    if (value < 0 && size > 0) this.#bytes[this.#length++] = minus;
    this.#digits(whole, 1);
    if (size > whole * 1e4) {
      this.#bytes[this.#length++] = point;
      this.#digits(size - whole * 1e4, 4);
    }
    this.#bytes[this.#length++] = blank;
  }

  /** At least so many digits, with zeros before them. */
  #digits(value: number, least: number): void {
    let count = least;
    for (let tens = 10 ** least; tens <= value; tens *= 10) count += 1;
    for (let at = this.#length + count - 1, rest = value; at >= this.#length; at -= 1) {
      const tenth = Math.floor(rest / 10);
      this.#bytes[at] = zero + rest - tenth * 10;
      rest = tenth;
    }
    this.#length += count;
  }

  /** All of it; what comes next begins anew. */
  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }

  #makeRoom(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(2 * (this.#length + more));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}
