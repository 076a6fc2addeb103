import { KeptRows } from '../platform/db/kept-rows.ts';
import type { findApiKey } from './api-keys.queries.ts';
import type { findSession } from './sessions.queries.ts';

/** By the hash of a session's token. */
export const knownSessions = new KeptRows<NonNullable<Awaited<ReturnType<typeof findSession>>>>();

/** By the prefix of a key. */
export const knownKeys = new KeptRows<NonNullable<Awaited<ReturnType<typeof findApiKey>>>>();

/** Somebody has been signed out, changed or deactivated, or a key was revoked: everything is read anew. */
export function forgetCallers(): void {
  knownSessions.forget();
  knownKeys.forget();
}
