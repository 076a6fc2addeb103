import type { Readable, Writable } from 'node:stream';
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ReplyOf } from '../../../shared/contracts/endpoint.ts';
import type { Context } from '../context.ts';
import type { Actor, Origin } from './actor.ts';

/** What a handler is given: everything parsed, and only what its contract names. */
export interface Call<E extends Endpoint> {
  readonly context: Context;
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: E['bodyType'] extends string ? Readable : BodyOf<E>;
  /** Undefined only on public routes. */
  readonly actor: E['permission'] extends 'public' ? Actor | undefined : Actor;
  readonly origin: Origin;
  readonly reply: ReplyControls;
}

/** What a handler may say beside the body of its reply. */
export interface ReplyControls {
  /** Sets or, with undefined, clears the session cookie. */
  sessionCookie(token: string | undefined, expires?: Date): void;
  /** The work goes on as this job: `202`, with its address in `Location`. */
  accepted(jobId: string): void;
  /** Nothing was made: `200` where the contract says `201` (a dry run). */
  nothingMade(): void;
  /** Starts a file of the contract's media type; the handler writes it and waits for its end. */
  file(name: string): Writable;
}

/** A route is data: a contract and one call. The server refuses to start when a contract has none or two. */
export interface Route {
  readonly endpoint: Endpoint;
  readonly handle: (call: Call<Endpoint>) => Promise<unknown>;
}

/** Ties a contract to its handler; the reply's type is the contract's. */
export function route<const E extends Endpoint>(
  endpoint: E,
  handle: (call: Call<E>) => Promise<ReplyOf<E>>,
): Route {
  return { endpoint, handle: handle as unknown as Route['handle'] };
}
