/**
 * Every error that the product can answer with, by its stable code (RFC 9457 problem documents carry it as
 * `code`). The status belongs to the code, so that one error never has two; the title says in English what sort
 * of error it is, the screens say it in the reader's language (client catalogues, `problem.<code>`).
 */
export const problems = {
  'invalid-request': { status: 400, title: 'Some fields are not right' },
  'invalid-json': { status: 400, title: 'The body is not JSON' },
  'setup-link-invalid': { status: 400, title: 'The set-up link is not valid' },
  'password-link-invalid': { status: 400, title: 'The password link is not valid' },
  'cursor-invalid': { status: 400, title: 'The cursor is not one of ours' },
  'not-signed-in': { status: 401, title: 'Not signed in' },
  'sign-in-failed': { status: 401, title: 'E-mail address or password is not right' },
  'api-key-invalid': { status: 401, title: 'The API key is not valid' },
  'not-allowed': { status: 403, title: 'Not allowed' },
  'person-only': { status: 403, title: 'Only for a person who has signed in' },
  'foreign-origin': { status: 403, title: 'The call comes from another site' },
  'not-found': { status: 404, title: 'Not found' },
  'route-unknown': { status: 404, title: 'No such address' },
  'method-not-allowed': { status: 405, title: 'The address does not know this method' },
  'email-taken': { status: 409, title: 'The e-mail address is in use' },
  'last-administrator': { status: 409, title: 'The last administrator stays' },
  'setup-done': { status: 409, title: 'Set-up has been done' },
  'job-ended': { status: 409, title: 'The job has ended' },
  'ref-taken': { status: 409, title: 'The reference is in use' },
  'name-taken': { status: 409, title: 'The name is in use there' },
  'place-not-empty': { status: 409, title: 'Something lies there' },
  'place-full': { status: 409, title: 'The place is full' },
  'place-in-itself': { status: 409, title: 'A place cannot lie in itself' },
  'location-does-not-move': { status: 409, title: 'A location stays where it is' },
  'mailing-empty': { status: 409, title: 'Nobody would get it' },
  'mailing-not-issued': { status: 409, title: 'The mailing is not issued yet' },
  'mailing-cancelled': { status: 409, title: 'The mailing has been cancelled' },
  'mailing-mailed': { status: 409, title: 'The mailing has been mailed' },
  'document-mailed': { status: 409, title: 'The paper has been mailed' },
  'document-not-placed': { status: 409, title: 'The paper does not lie anywhere' },
  'exception-settled': { status: 409, title: 'The exception has been settled' },
  'exception-impossible': { status: 409, title: 'It cannot be settled this way' },
  'request-key-reused': { status: 409, title: 'The key belongs to another request' },
  'issuing-stopped': { status: 409, title: 'No new codes until an administrator has looked' },
  'file-unreadable': { status: 422, title: 'The file cannot be read' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'media-type-unsupported': { status: 415, title: 'The body has the wrong media type' },
  'password-refused': { status: 422, title: 'The password cannot be used' },
  'too-many-attempts': { status: 429, title: 'Too many failed attempts' },
  'internal-error': { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'Not available just now' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof problems;

/**
 * One field that is not right. `field` is its path in the request (`administrator.email`, `query.limit`),
 * `code` is stable and translated by the screens, `message` says in English what is wrong and how to mend it.
 */
export interface FieldError {
  field: string;
  code: string;
  message: string;
}

/** What a problem document looks like on the wire (RFC 9457, `application/problem+json`). */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ErrorCode;
  detail: string;
  requestId?: string;
  errors?: FieldError[];
  /** Numbers and words that the translated text needs, e.g. `{seconds: 8}`. */
  params?: Record<string, string | number>;
}

interface DomainErrorExtra {
  errors?: FieldError[];
  params?: Record<string, string | number>;
  /** For the log only; never leaves the server. No personal data. */
  logged?: Record<string, unknown>;
  cause?: unknown;
}

/** The one error that services throw. `detail` is written for people; what is for the log goes into `logged`. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: ErrorCode;
  readonly errors: FieldError[] | undefined;
  readonly params: Record<string, string | number> | undefined;
  readonly logged: Record<string, unknown> | undefined;

  constructor(code: ErrorCode, detail: string, extra: DomainErrorExtra = {}) {
    super(detail, extra.cause === undefined ? undefined : { cause: extra.cause });
    this.code = code;
    this.errors = extra.errors;
    this.params = extra.params;
    this.logged = extra.logged;
  }
}

/** A single wrong field, thrown from a rule that a schema cannot express. */
export function fieldError(field: string, code: string, message: string): DomainError {
  return new DomainError('invalid-request', message, { errors: [{ field, code, message }] });
}
