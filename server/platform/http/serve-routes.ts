import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import type { z } from 'zod';
import type { Endpoint } from '../../../shared/contracts/endpoint.ts';
import { DomainError } from '../../../shared/errors.ts';
import type { Context } from '../context.ts';
import type { Actor, Origin } from './actor.ts';
import { originOf } from './origin-of.ts';
import { refuseForeignOrigin } from './own-origin.ts';
import { fieldErrors } from './problem.ts';
import type { ReplyControls, Route } from './route.ts';
import { clearSessionCookie, hasSessionCookie, setSessionCookie } from './session-cookie.ts';

const defaultBodyLimit = 64 * 1024;

export interface ServeSettings {
  context: Context;
  routes: readonly Route[];
  /** Every operation that must have a route. */
  endpoints: readonly Endpoint[];
  /** Undefined: nobody. Throws where credentials are given but not valid. */
  authenticate(context: Context, request: Request): Promise<Actor | undefined>;
  /** Scheme and host that the administrator named, if any. */
  publicOrigin: string | undefined;
  /** Compare every reply with its contract: in tests, where a drift must fail. */
  checkReplies: boolean;
}

/** The whole API as one router: permission → origin → parse → handle → reply, the same for every route. */
export function serveRoutes(settings: ServeSettings): Router {
  refuseGaps(settings.routes, settings.endpoints);
  const router = express.Router({ caseSensitive: true, strict: true });
  const methods = new Map<string, string[]>();
  for (const route of settings.routes) {
    const path = route.endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1');
    methods.set(path, [...(methods.get(path) ?? []), route.endpoint.method.toUpperCase()]);
    router[route.endpoint.method](path, ...handlers(route, settings));
  }
  // Whole words before parameters: `/customers/import` is no customer, whatever the method.
  const fixedFirst = [...methods].toSorted(([a], [b]) => Number(a.includes(':')) - Number(b.includes(':')));
  for (const [path, allowed] of fixedFirst) router.all(path, refuseMethod(allowed));
  return router;
}

/** Every contract has exactly one route and names a permission; otherwise the product does not start. */
function refuseGaps(routes: readonly Route[], endpoints: readonly Endpoint[]): void {
  const name = ({ method, path }: Endpoint) => `${method.toUpperCase()} ${path}`;
  for (const endpoint of endpoints) {
    const count = routes.filter((route) => route.endpoint === endpoint).length;
    if (count !== 1) throw new Error(`${name(endpoint)} has ${count} routes instead of one`);
  }
  for (const { endpoint } of routes) {
    if (!endpoint.permission) throw new Error(`${name(endpoint)} names no permission`);
    if (!endpoints.includes(endpoint)) throw new Error(`${name(endpoint)} is in no contract`);
  }
}

function handlers(route: Route, settings: ServeSettings): RequestHandler[] {
  const { endpoint } = route;
  const admit: RequestHandler = async (request, response, next) => {
    response.locals.route = `${endpoint.method} ${endpoint.path}`;
    const origin = originOf(request, response, settings.publicOrigin);
    const actor = await settings.authenticate(settings.context, request);
    if (actor?.sessionId !== undefined) refuseOtherPerson(request, actor);
    // Sign-in needs it too: a foreign page must not sign somebody in as somebody else.
    const carried =
      actor?.sessionId !== undefined || hasSessionCookie(request) || endpoint.permission === 'public';
    if (endpoint.method !== 'get' && carried && actor?.apiKeyId === undefined) {
      refuseForeignOrigin(request, settings.publicOrigin);
    }
    refuseWithoutPermission(endpoint, actor);
    response.locals.userId = actor?.userId;
    response.locals.call = { actor, origin };
    next();
  };
  const answer: RequestHandler = async (request, response) => {
    const { actor, origin } = response.locals.call as { actor: Actor; origin: Origin };
    const body = await route.handle({
      context: settings.context,
      params: parse(endpoint.params, request.params, ''),
      query: parse(endpoint.query, request.query, 'query'),
      body: endpoint.bodyType ? request : parse(endpoint.body, request.body, ''),
      actor,
      origin,
      reply: replyControls(response, endpoint, origin),
    } as never);
    sendReply(response, endpoint, body, settings.checkReplies);
  };
  return [admit, ...readBody(endpoint), answer];
}

/** Reads JSON and nothing else: a picture, a form or a file is refused before a byte of it is read. */
function readBody(endpoint: Endpoint): RequestHandler[] {
  if (endpoint.bodyType) return [refuseOtherTypes(endpoint.bodyType)];
  if (!endpoint.body) return [];
  const parser = express.json({
    // Which types may come is decided before it.
    type: () => true,
    limit: endpoint.bodyLimit ?? defaultBodyLimit,
    strict: false,
  });
  return [refuseOtherTypes('application/json', 'application/merge-patch+json'), parser];
}

function refuseOtherTypes(...types: string[]): RequestHandler {
  return (request, _response, next) => {
    if (!request.is(types)) {
      throw new DomainError('media-type-unsupported', `Send the body as ${types[0]}.`);
    }
    next();
  };
}

function parse(schema: z.ZodType | undefined, value: unknown, prefix: string): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors = fieldErrors(result.error, prefix);
  const names = errors.map(({ field, message }) => `${field || 'body'}: ${message}`).join('; ');
  throw new DomainError('invalid-request', `Nothing was changed. Put right: ${names}`.slice(0, 2000), {
    errors,
  });
}

/**
 * A tab of the browser says for whom it speaks. When somebody else has signed in since, in another tab with the same
 * cookie, its own session is over: nothing is done or read in the other one's name.
 */
function refuseOtherPerson(request: Request, { userId }: Actor): void {
  const speaker = request.get('spoor-user');
  if (speaker === undefined || speaker === userId) return;
  throw new DomainError('not-signed-in', 'Somebody else has signed in in this browser. Sign in again.');
}

function refuseWithoutPermission(endpoint: Endpoint, actor: Actor | undefined): void {
  if (endpoint.permission === 'public') return;
  if (!actor) throw new DomainError('not-signed-in', 'Sign in first, or send an API key as a bearer token.');
  if (endpoint.personOnly && actor.sessionId === undefined) {
    throw new DomainError(
      'person-only',
      'An API key cannot do this; it is for the person himself, signed in.',
    );
  }
  if (endpoint.permission === 'session' || actor.permissions.has(endpoint.permission)) return;
  throw new DomainError('not-allowed', `This needs the permission ${endpoint.permission}.`, {
    params: { permission: endpoint.permission },
  });
}

function replyControls(response: Response, endpoint: Endpoint, origin: Origin): ReplyControls {
  return {
    sessionCookie(token, expires) {
      if (token === undefined) clearSessionCookie(response, origin.secure);
      else setSessionCookie(response, token, expires, origin.secure);
    },
    nothingMade() {
      response.locals.status = 200;
    },
    accepted(jobId) {
      response.locals.status = 202;
      response.set('Location', `/api/v1/jobs/${jobId}`);
    },
    file(name) {
      response.set('Cache-Control', 'no-store').attachment(name);
      if (endpoint.replyType) response.type(endpoint.replyType);
      return response;
    },
  };
}

function sendReply(response: Response, endpoint: Endpoint, body: unknown, check: boolean): void {
  // A file has been sent by its handler.
  if (endpoint.replyType) return;
  response.set('Cache-Control', 'no-store');
  if (!endpoint.reply) {
    response.status(204).end();
    return;
  }
  const status = (response.locals.status as number | undefined) ?? endpoint.status ?? 200;
  if (check) ((status === 202 && endpoint.accepted) || endpoint.reply).parse(body);
  if (endpoint.method === 'get') response.status(status).json(body);
  else sendOnce(response, status, JSON.stringify(body));
}

/** Nobody keeps the reply to a changing call, so it needs no mark (`ETag`) by which to ask whether it still holds. */
function sendOnce(response: Response, status: number, json: string): void {
  response.status(status);
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', Buffer.byteLength(json));
  response.end(json);
}

function refuseMethod(allowed: string[]): RequestHandler {
  return (request, response) => {
    response.set('Allow', allowed.join(', '));
    throw new DomainError(
      'method-not-allowed',
      `${request.method} is not known at ${request.path}; ${allowed.join(', ')} is.`,
    );
  };
}
