import { hash } from 'node:crypto';
import type { StoredEvent } from './event.ts';

/** The head of a chain before its first event. */
export const chainStart: Buffer = Buffer.alloc(32);

const version = Buffer.from('spoor event 1\0', 'latin1');
const longest = version.length + 32 + 160 + 2 * 2 * 256;

/**
 * The hash that chains an event to the one before: SHA-256 over the previous hash and every column in binary,
 * big-endian, each optional one behind a byte that says whether it is there. Never over text, whose form a setting
 * could change. The form is frozen: another one is another version.
 */
export function hashEvent(previous: Buffer, event: StoredEvent): Buffer {
  const form = new BinaryForm(longest);
  form.bytes(version);
  form.bytes(previous);
  form.int8(Number(event.code));
  form.int4(event.number);
  form.int2(event.kind);
  form.int8(event.happenedAt.getTime());
  form.optional(event.statedAt, (at) => form.int8(at.getTime()));
  form.int8(event.recordedAt.getTime());
  form.optional(event.moment, (code) => form.int8(Number(code)));
  form.optional(event.statusBefore, (values) => form.int2s(values));
  form.optional(event.statusAfter, (values) => form.int2s(values));
  form.optional(event.whereabouts, (value) => form.int2(value));
  form.optional(event.place, (code) => form.int8(Number(code)));
  form.optional(event.known, (value) => form.int2(value));
  form.optional(event.byUser, (id) => form.uuid(id));
  form.optional(event.stationId, (id) => form.int4(id));
  form.optional(event.cause, (id) => form.uuid(id));
  return hash('sha256', form.written(), 'buffer');
}

/** Writes numbers one after another, as Postgres sends them in binary. */
class BinaryForm {
  readonly #buffer: Buffer;
  #at = 0;

  constructor(size: number) {
    this.#buffer = Buffer.allocUnsafe(size);
  }

  bytes(bytes: Buffer): void {
    this.#at += bytes.copy(this.#buffer, this.#at);
  }

  int2(value: number): void {
    this.#at = this.#buffer.writeInt16BE(value, this.#at);
  }

  int4(value: number): void {
    this.#at = this.#buffer.writeInt32BE(value, this.#at);
  }

  /** Up to 2^53, which codes and milliseconds stay far below. */
  int8(value: number): void {
    this.#at = this.#buffer.writeInt32BE(Math.floor(value / 2 ** 32), this.#at);
    this.#at = this.#buffer.writeUInt32BE(value >>> 0, this.#at);
  }

  int2s(values: readonly number[]): void {
    this.int2(values.length);
    for (const value of values) this.int2(value);
  }

  uuid(id: string): void {
    this.#at += this.#buffer.write(id.replaceAll('-', ''), this.#at, 'hex');
  }

  optional<T>(value: T | undefined, write: (value: T) => void): void {
    this.#buffer[this.#at] = value === undefined ? 0 : 1;
    this.#at += 1;
    if (value !== undefined) write(value);
  }

  written(): Buffer {
    return this.#buffer.subarray(0, this.#at);
  }
}
