import { afterEach, describe, expect, test, vi } from 'vitest';
import { addressOf } from './address.ts';
import { call } from './call.ts';
import { ProblemError, UnreachableError } from './problem.ts';
import { onSessionEnded } from './session-end.ts';

afterEach(() => vi.unstubAllGlobals());

function answer(status: number, body: unknown, headers: Record<string, string> = {}) {
  vi.stubGlobal('fetch', () =>
    Promise.resolve(new Response(body === undefined ? null : JSON.stringify(body), { status, headers })),
  );
}

const ended = { type: 'about:blank', title: '', status: 401, code: 'not-signed-in', detail: '' };

describe('calling the API', () => {
  test('parameters are filled in and encoded, empty parts of the query left out', () => {
    expect(addressOf('/users/{id}', { id: 'a/b' })).toBe('/api/v1/users/a%2Fb');
    expect(addressOf('/users', {}, { query: 'jan', cursor: undefined, limit: 20 })).toBe(
      '/api/v1/users?query=jan&limit=20',
    );
  });

  test('a refusal is thrown with the problem document', async () => {
    answer(
      429,
      { ...ended, status: 429, code: 'too-many-attempts', params: { seconds: 8 } },
      { 'retry-after': '8' },
    );
    const error = await call('get /session').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ProblemError);
    expect((error as ProblemError).retryAfter).toBe(8);
    expect((error as ProblemError).problem.params).toEqual({ seconds: 8 });
  });

  test('a page of a proxy counts as not available', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('<h1>Bad gateway</h1>', { status: 502 })));
    const error = await call('get /system').catch((thrown: unknown) => thrown);
    expect((error as ProblemError).problem.code).toBe('unavailable');
  });

  test('no answer is a case of its own', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(call('get /system')).rejects.toBeInstanceOf(UnreachableError);
  });

  test('whoever listens is told when the session has ended, but not at the first question', async () => {
    const told = vi.fn();
    const stop = onSessionEnded(told);
    answer(401, ended);
    await call('get /session').catch(() => undefined);
    expect(told).not.toHaveBeenCalled();
    await call('get /system').catch(() => undefined);
    expect(told).toHaveBeenCalledOnce();
    stop();
  });
});
