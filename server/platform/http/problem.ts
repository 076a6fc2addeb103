import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { z } from 'zod';
import { DomainError, type FieldError, type Problem, problems } from '../../../shared/errors.ts';
import { isConnectionLost } from '../db/lost-connection.ts';
import type { Log } from '../log.ts';

/** Writes an error as an RFC 9457 problem document. */
function sendProblem(response: Response, error: DomainError, requestId: string): void {
  const { status, title } = problems[error.code];
  const problem: Problem = {
    type: `urn:spoor:problem:${error.code}`,
    title,
    status,
    code: error.code,
    detail: error.message,
    requestId,
    ...(error.errors ? { errors: error.errors } : {}),
    ...(error.params ? { params: error.params } : {}),
  };
  const seconds = error.params?.seconds;
  if (error.code === 'too-many-attempts' && seconds !== undefined) {
    response.set('Retry-After', String(seconds));
  }
  if (status === 401) response.set('WWW-Authenticate', 'Bearer realm="spoor"');
  response.set('Cache-Control', 'no-store');
  response.status(status).type('application/problem+json').send(JSON.stringify(problem));
}

/** Every issue of a failed parse as a field with its path, e.g. `administrator.email`. */
export function fieldErrors(error: z.ZodError, prefix: string): FieldError[] {
  return error.issues.flatMap((issue): FieldError[] => {
    const at = (tail: PropertyKey[]) => [...(prefix ? [prefix] : []), ...tail].map(String).join('.');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        field: at([...issue.path, key]),
        code: issue.code,
        message: 'This field is not known here. Leave it out',
      }));
    }
    return [{ field: at(issue.path), code: issue.code, message: issue.message }];
  });
}

/** One handler for all that goes wrong: known errors as they are, anything else as `internal-error` and into the log. */
export function problemHandler(log: Log): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const requestId = String(response.locals.requestId ?? '');
    const known = toDomainError(error);
    if (known.code === 'internal-error') log.error({ requestId, err: error }, 'a request failed');
    if (response.headersSent) return next(error);
    sendProblem(response, known, requestId);
  };
}

/** No route has taken the request. */
export const routeUnknown: RequestHandler = (request) => {
  throw new DomainError(
    'route-unknown',
    `There is nothing at ${request.method} ${request.baseUrl}${request.path}. /api/openapi.json lists what there is.`,
  );
};

function toDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  if (isConnectionLost(error)) {
    return new DomainError(
      'unavailable',
      'The database cannot be reached just now. Nothing was changed; try again.',
    );
  }
  if (isUnkeepable(error)) {
    return new DomainError(
      'invalid-request',
      'The request holds a character that cannot be kept (such as NUL). Leave it out. Nothing was changed.',
    );
  }
  // Errors of the body parser and the router carry a status and a type of their own.
  const { status, type } = (error ?? {}) as { status?: number; type?: string };
  if (type === 'entity.too.large') {
    return new DomainError(
      'body-too-large',
      'The body is larger than this address takes. Nothing was changed.',
    );
  }
  if (type === 'entity.parse.failed' || type === 'charset.unsupported' || type === 'encoding.unsupported') {
    return new DomainError('invalid-json', 'The body is not JSON in UTF-8. Nothing was changed.');
  }
  if (status !== undefined && status >= 400 && status < 500) {
    return new DomainError('invalid-request', 'The request could not be read. Nothing was changed.');
  }
  return new DomainError(
    'internal-error',
    'Something went wrong on our side. Try again; if it happens again, give the request id to your administrator.',
  );
}

/** Postgres has no such character: character_not_in_repertoire, untranslatable_character. */
function isUnkeepable(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  return code === '22021' || code === '22P05';
}
