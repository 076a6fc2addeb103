import type { Problem } from '../../shared/errors.ts';

export interface Answer<T = unknown> {
  status: number;
  headers: Headers;
  /** The parsed body, or undefined where there is none. */
  body: T;
}

export interface CallOptions {
  body?: unknown;
  /** Sent as it is, in place of `body`. */
  raw?: string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
}

/** A caller that keeps its cookie as a browser does. `T` is what the test expects to find; it is not checked. */
export class ApiClient {
  readonly #base: string;
  readonly #headers: Record<string, string>;
  cookie: string | undefined;

  constructor(base: string, headers: Record<string, string> = {}) {
    this.#base = base;
    this.#headers = headers;
  }

  async call<T = unknown>(method: string, path: string, options: CallOptions = {}): Promise<Answer<T>> {
    const { body, raw, headers } = options;
    const json = body !== undefined || raw !== undefined ? { 'content-type': 'application/json' } : {};
    const response = await fetch(`${this.#base}${path.startsWith('/api/') ? path : `/api/v1${path}`}`, {
      method,
      redirect: 'manual',
      headers: {
        ...json,
        ...(this.cookie === undefined ? {} : { cookie: this.cookie, origin: this.#base }),
        ...this.#headers,
        ...headers,
      },
      ...(raw !== undefined ? { body: raw } : body !== undefined ? { body: JSON.stringify(body) } : {}),
    });
    this.#keepCookie(response);
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: (text === '' ? undefined : isJson ? JSON.parse(text) : text) as T,
    };
  }

  get<T>(path: string, options?: CallOptions): Promise<Answer<T>> {
    return this.call('GET', path, options);
  }

  post<T>(path: string, body: unknown, options?: CallOptions): Promise<Answer<T>> {
    return this.call('POST', path, { body, ...options });
  }

  patch<T>(path: string, body: unknown): Promise<Answer<T>> {
    return this.call('PATCH', path, { body });
  }

  put<T>(path: string, body: unknown): Promise<Answer<T>> {
    return this.call('PUT', path, { body });
  }

  delete<T>(path: string): Promise<Answer<T>> {
    return this.call('DELETE', path);
  }

  #keepCookie(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const pair = line.split(';')[0] ?? '';
      this.cookie = pair.endsWith('=') ? undefined : pair;
    }
  }
}

/** The problem document of an answer that must be one. */
export function problemOf(answer: Answer): Problem {
  const type = answer.headers.get('content-type') ?? '';
  if (!type.startsWith('application/problem+json'))
    throw new Error(`no problem document but ${answer.status} ${type}`);
  return answer.body as Problem;
}
