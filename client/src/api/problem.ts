import { type ErrorCode, type Problem, problems } from '../../../shared/errors.ts';

/** The server refused, and said why. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;
  /** Seconds to wait, where the server asks for it. */
  readonly retryAfter: number | undefined;

  constructor(problem: Problem, retryAfter?: number) {
    super(problem.detail);
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}

/** No answer came: no network, or no server. What was sent may or may not have arrived; nothing says it did. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

export function isProblem(error: unknown, code: ErrorCode): boolean {
  return error instanceof ProblemError && error.problem.code === code;
}

/** Reads a refusal; what is no problem document (a proxy's page) becomes one. */
export async function readProblem(response: Response): Promise<ProblemError> {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const retryAfter = Number.isFinite(seconds) ? seconds : undefined;
  const body: unknown = await response.json().catch(() => undefined);
  if (isProblemDocument(body)) return new ProblemError(body, retryAfter);
  const code = response.status === 502 || response.status >= 503 ? 'unavailable' : 'internal-error';
  const { title } = problems[code];
  return new ProblemError(
    { type: 'about:blank', title, status: response.status, code, detail: title },
    retryAfter,
  );
}

function isProblemDocument(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && String(body.code) in problems;
}
