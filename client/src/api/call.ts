import type { input, ZodType } from 'zod';
import type { ReplyOf } from '../../../shared/contracts/endpoint.ts';
import { addressOf } from './address.ts';
import { readingRequest, takeBegun } from './begun.ts';
import { callerHeader } from './caller.ts';
import type { Address, Operations } from './operations.ts';
import { ProblemError, readProblem, UnreachableError } from './problem.ts';
import { noteAnswer } from './require-server.ts';
import { changing, reading } from './session-end.ts';

type ParamsFor<A extends Address> = Operations[A] extends { params: infer P extends ZodType }
  ? { params: { [Name in keyof input<P>]: string } }
  : object;
/** A part of the query that is undefined or empty is not sent. */
type MaybeLeftOut<Q> = { [Name in keyof Q]?: Q[Name] | undefined };
type QueryFor<A extends Address> = Operations[A] extends { query: infer Q extends ZodType }
  ? { query?: MaybeLeftOut<input<Q>> }
  : object;
type BodyFor<A extends Address> = Operations[A] extends { body: infer B extends ZodType }
  ? { body: input<B>; idempotencyKey?: string }
  : Operations[A] extends { bodyType: string }
    ? { body: Blob }
    : object;

/** What an operation needs: its parameters, its query, its body, and nothing that it does not take. */
export type InputOf<A extends Address> = ParamsFor<A> & QueryFor<A> & BodyFor<A>;
export type Input<A extends Address> = object extends InputOf<A> ? [input?: InputOf<A>] : [input: InputOf<A>];
export type Reply<A extends Address> = ReplyOf<Operations[A]>;

interface AnyInput {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
  /** Sent along so that the same request, sent twice, is done once. */
  idempotencyKey?: string;
}

/**
 * The one way to the API. Throws `ProblemError` where the server refuses and `UnreachableError` where no answer
 * comes.
 */
export function call<A extends Address>(address: A, ...[input]: Input<A>): Promise<Reply<A>> {
  const ask = (headers: Record<string, string>) =>
    request<Reply<A>>(address, (input ?? {}) as AnyInput, headers);
  // Asks whether anybody is signed in, signs in or out: that nobody or another one is, is no news then.
  if (address.endsWith(' /session')) return ask({});
  const askAsCaller = () => ask(callerHeader());
  return address.startsWith('get ') ? reading(askAsCaller) : changing(askAsCaller);
}

async function request<Reply>(
  address: Address,
  input: AnyInput,
  headers: Record<string, string>,
): Promise<Reply> {
  const [method = '', path = ''] = address.split(' ');
  const { params, query, body, idempotencyKey } = input;
  const file = body instanceof Blob;
  // What the server says in words comes in the language of the screens, not in the browser's.
  const asked = readingRequest(globalThis.document?.documentElement.lang ?? '');
  const response = await send(addressOf(path, params, query), {
    ...asked,
    method: method.toUpperCase(),
    headers: {
      ...(asked.headers as Record<string, string>),
      ...headers,
      ...(body !== undefined && { 'content-type': file ? 'text/csv' : 'application/json' }),
      ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
    },
    ...(body !== undefined && { body: file ? body : JSON.stringify(body) }),
  });
  if (!response.ok) throw await readProblem(response);
  return (response.status === 204 ? undefined : await response.json()) as Reply;
}

async function send(url: string, request: RequestInit): Promise<Response> {
  const language = globalThis.document?.documentElement.lang ?? '';
  try {
    const begun = request.method === 'GET' ? takeBegun(url, language) : undefined;
    const response = await (begun ?? fetch(url, request));
    if (response.ok) noteAnswer();
    return response;
  } catch (cause) {
    throw new UnreachableError('The server cannot be reached', { cause });
  }
}

/** Worth another try by itself: nothing came back, or the server was not available just now. */
export function mayPassByItself(error: unknown): boolean {
  return error instanceof UnreachableError || (error instanceof ProblemError && error.problem.status === 503);
}
