import type { z } from 'zod';
import type { ErrorCode } from '../errors.ts';
import type { RoutePermission } from '../permissions.ts';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/**
 * One operation of the API as data: the server serves it, the client calls it, OpenAPI describes it, the test of
 * permissions walks it. All from this one place, so that they cannot disagree.
 */
export interface Endpoint {
  readonly method: Method;
  /** Below `/api/v1`, with parameters as `{name}`. */
  readonly path: string;
  readonly permission: RoutePermission;
  readonly summary: string;
  /** True where an API key is not enough: it is about the person himself (password, sessions). */
  readonly personOnly?: boolean;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Instead of `body`: a stream of this media type, read by the handler as it comes. */
  readonly bodyType?: 'text/csv';
  /** Absent: `204 No Content`. */
  readonly reply?: z.ZodType;
  /** Instead of `reply`: a file of this media type, written as it is made. */
  readonly replyType?: 'text/csv' | 'application/pdf' | 'image/svg+xml';
  /** 200 where absent (204 without a reply). */
  readonly status?: 201 | 202;
  /** Where the work may go on as a job: the reply with `202` and `Location` of the job. */
  readonly accepted?: z.ZodType;
  /** What it may be refused with, beside what every operation may (wrong request, not signed in, not allowed). */
  readonly problems?: readonly ErrorCode[];
  /** Largest body in bytes; 64 KiB where absent. */
  readonly bodyLimit?: number;
}

/** Keeps the literal types, so that a server without `permission` or with a wrong reply does not compile. */
export function endpoint<const E extends Endpoint>(definition: E): E {
  return definition;
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

/** What the handler gets, parsed. */
export type ParamsOf<E extends Endpoint> = Parsed<E['params']>;
export type QueryOf<E extends Endpoint> = Parsed<E['query']>;
export type BodyOf<E extends Endpoint> = Parsed<E['body']>;
/** What goes over the wire in answer; nothing for 204. */
export type ReplyOf<E extends Endpoint> = E['reply'] extends z.ZodType
  ? z.output<E['reply']> | (E['accepted'] extends z.ZodType ? z.output<E['accepted']> : never)
  : // biome-ignore lint/suspicious/noConfusingVoidType: a handler without a reply returns nothing
    void;
