import type { input as InputOf, ZodType } from 'zod';
import { accounts } from '../../shared/contracts/accounts.ts';
import type { Endpoint, ReplyOf } from '../../shared/contracts/endpoint.ts';
import type { OfficeClock } from './office-clock.ts';

type In<S> = S extends ZodType ? InputOf<S> : never;

interface Asked<E extends Endpoint> {
  params?: { [Name in keyof In<E['params']>]: string };
  query?: Partial<Record<keyof In<E['query']>, string>>;
  body?: In<E['body']>;
  csv?: string;
}

/** Sessions end after four idle hours; somebody who comes back from lunch signs in again. */
const signsInAgainAfterMs = 3 * 60 * 60 * 1_000;

/** One person of the office at a browser: calls the API over HTTP as the screens do, and is signed in while at work. */
export class Caller {
  readonly #base: string;
  readonly #clock: OfficeClock;
  readonly #who: { email: string; password: string } | undefined;
  #cookie: string | undefined;
  #lastCall = 0;

  constructor(base: string, clock: OfficeClock, who?: { email: string; password: string }) {
    this.#base = base;
    this.#clock = clock;
    this.#who = who;
  }

  /** Throws what the API says where it refuses. */
  async call<E extends Endpoint>(endpoint: E, asked: Asked<E> = {}): Promise<Exclude<ReplyOf<E>, undefined>> {
    const now = this.#clock.now().getTime();
    const away = now - this.#lastCall > signsInAgainAfterMs;
    this.#lastCall = now;
    if (this.#who && away) await this.#send(accounts.signIn, { body: this.#who });
    return this.#send(endpoint, asked);
  }

  async #send<E extends Endpoint>(endpoint: E, asked: Asked<E>): Promise<Exclude<ReplyOf<E>, undefined>> {
    const { method, path } = endpoint;
    const params: Record<string, string> = asked.params ?? {};
    const filled = path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) =>
      encodeURIComponent(params[name] ?? ''),
    );
    const search = new URLSearchParams(asked.query as Record<string, string> | undefined);
    const response = await fetch(`${this.#base}/api/v1${filled}${search.size > 0 ? `?${search}` : ''}`, {
      method: method.toUpperCase(),
      headers: {
        ...(asked.csv === undefined
          ? { 'content-type': 'application/json' }
          : { 'content-type': 'text/csv' }),
        ...(this.#cookie === undefined ? {} : { cookie: this.#cookie, origin: this.#base }),
      },
      ...(asked.csv !== undefined && { body: asked.csv }),
      ...(asked.body !== undefined && { body: JSON.stringify(asked.body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    for (const line of response.headers.getSetCookie()) this.#cookie = line.split(';')[0];
    return (text === '' ? undefined : JSON.parse(text)) as Exclude<ReplyOf<E>, undefined>;
  }
}
