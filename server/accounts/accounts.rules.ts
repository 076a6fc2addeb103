import type { FieldError } from '../../shared/errors.ts';
import { isTooShort, shortestPassword } from '../../shared/password-length.ts';
import { type Permission, permissions, permissionsOf, type Role } from '../../shared/permissions.ts';

/** The law of accounts: pure, with the present moment as an argument. Times in milliseconds. */

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * A session ends after a day in any case, and after four hours without use: a mailroom clerk signs in once a shift,
 * a forgotten browser is closed by the evening (NIST SP 800-63B-4 §2.1.3 asks for 30 days at most).
 */
export const sessionLimits = { absolute: 24 * hour, idle: 4 * hour, touch: minute };

export function sessionExpires(startedAt: Date): Date {
  return new Date(startedAt.getTime() + sessionLimits.absolute);
}

export function isSessionOver(session: { expiresAt: Date; lastSeenAt: Date }, now: Date): boolean {
  const idleEnd = session.lastSeenAt.getTime() + sessionLimits.idle;
  return now.getTime() >= Math.min(session.expiresAt.getTime(), idleEnd);
}

/** A one-time link for a password; for set-up, which the start prints and a person may open much later. */
export const linkLifetimes = { password: day, setup: 7 * day };

export const apiKeyLifetimes = { usual: 365 * day, longest: 2 * 366 * day };

interface Throttle {
  failures: number;
  firstFailureAt: Date;
  lastFailureAt: Date;
}

/** Five wrong passwords are free; then the pause doubles from 5 seconds to 5 minutes. */
const accountThrottle = { free: 5, first: 5 * second, longest: 5 * minute, forget: day };
const addressThrottle = { free: 100, window: 15 * minute };

/** Whole seconds that an account has to wait, 0 for none. Failures in a row count, whoever made them. */
export function accountWait(throttle: Throttle | undefined, now: Date): number {
  if (!throttle || isForgotten('account', throttle, now)) return 0;
  if (throttle.failures < accountThrottle.free) return 0;
  const doubled = accountThrottle.first * 2 ** (throttle.failures - accountThrottle.free);
  const until = throttle.lastFailureAt.getTime() + Math.min(doubled, accountThrottle.longest);
  return Math.max(0, Math.ceil((until - now.getTime()) / second));
}

/** Whole seconds that an address has to wait: 100 failures in 15 minutes are free, whatever the accounts. */
export function addressWait(throttle: Throttle | undefined, now: Date): number {
  if (!throttle || throttle.failures < addressThrottle.free) return 0;
  const until = throttle.firstFailureAt.getTime() + addressThrottle.window;
  return Math.max(0, Math.ceil((until - now.getTime()) / second));
}

/** True where earlier failures no longer count and the next one is the first again. */
export function isForgotten(kind: 'account' | 'address', throttle: Throttle, now: Date): boolean {
  if (kind === 'address') return now.getTime() >= throttle.firstFailureAt.getTime() + addressThrottle.window;
  return now.getTime() >= throttle.lastFailureAt.getTime() + accountThrottle.forget;
}

export const longestThrottle = day;

/**
 * What NIST SP 800-63B §3.1.1.2 asks of a password: long enough, not among the common ones, not the account's own
 * words; no rules of composition and no forced change. `isCommon` knows the list.
 */
export function passwordProblem(
  password: string,
  account: { email: string; name: string },
  isCommon: (password: string) => boolean,
): Omit<FieldError, 'field'> | undefined {
  const plain = password.normalize('NFKC').toLowerCase();
  if (isTooShort(password)) {
    return { code: 'password-too-short', message: `Use at least ${shortestPassword} characters` };
  }
  const own = [account.email, account.email.split('@')[0] ?? '', account.name, 'spoor'];
  const words = own.map((word) => word.toLowerCase().replaceAll(/\s/g, '')).filter((word) => word.length > 2);
  const bare = plain.replaceAll(/[\s\d\p{P}\p{S}]/gu, '');
  if (words.some((word) => bare === word.replaceAll(/[\s\d\p{P}\p{S}]/gu, '') || plain === word)) {
    return { code: 'password-like-account', message: 'Use something else than your own name or address' };
  }
  if (isCommon(plain) || isMonotonous(plain)) {
    return {
      code: 'password-too-common',
      message: 'This password is on every list of guesses. Use a few words of your own',
    };
  }
  return undefined;
}

/** `aaaaaaaa`, `abababab`, `12345678`: one step repeated all the way. */
function isMonotonous(password: string): boolean {
  const codes = [...password].map((character) => character.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  return steps.size === 1 || new Set(codes).size <= 2;
}

/** Whether a change would leave the house without anybody who can administer it. */
export function leavesNoAdministrator(
  activeAdministrators: readonly string[],
  change: { userId: string; roles?: readonly Role[] | undefined; active?: boolean | undefined },
): boolean {
  const stays = (change.roles?.includes('admin') ?? true) && change.active !== false;
  return !stays && activeAdministrators.every((id) => id === change.userId);
}

/** What an API key may do: its scopes, as far as its owner holds them still. */
export function keyPermissions(scopes: readonly string[], ownerRoles: readonly Role[]): Set<Permission> {
  const held = new Set(permissionsOf(ownerRoles));
  return new Set(permissions.filter((permission) => held.has(permission) && scopes.includes(permission)));
}
