import { createHash } from 'node:crypto';
import ipaddr from 'ipaddr.js';
import { DomainError } from '../../shared/errors.ts';
import type { Context } from '../platform/context.ts';
import { accountWait, addressWait, isForgotten } from './accounts.rules.ts';
import { countFailure, deleteThrottle, findThrottle } from './throttle.queries.ts';

/** Back-off at everything that asks for a secret: per account, whoever guesses, and per address, whatever it tries. */
export interface Attempt {
  /** The address of the account, as typed; absent where only the caller's address counts. */
  email?: string;
  ip: string;
}

/** Throws `too-many-attempts` with the seconds to wait. */
export async function refuseTooSoon({ db, clock }: Context, attempt: Attempt): Promise<void> {
  const now = clock.now();
  const account = attempt.email === undefined ? undefined : await findThrottle(db, accountKey(attempt.email));
  const address = await findThrottle(db, addressKey(attempt.ip));
  const seconds = Math.max(accountWait(account, now), addressWait(address, now));
  if (seconds === 0) return;
  throw new DomainError(
    'too-many-attempts',
    `Too many failed attempts. Wait ${seconds} seconds, then try again.`,
    {
      params: { seconds },
    },
  );
}

export async function countFailedAttempt({ db, clock }: Context, attempt: Attempt): Promise<void> {
  const now = clock.now();
  const count = async (kind: 'account' | 'address', key: Buffer) => {
    const known = await findThrottle(db, key);
    if (known && isForgotten(kind, known, now)) await deleteThrottle(db, key);
    await countFailure(db, key, now);
  };
  if (attempt.email !== undefined) await count('account', accountKey(attempt.email));
  await count('address', addressKey(attempt.ip));
}

/** A right password: the account's failures are forgotten; the address's stay, or guessing would pay with one account. */
export async function forgetFailures({ db }: Context, email: string): Promise<void> {
  await deleteThrottle(db, accountKey(email));
}

function accountKey(email: string): Buffer {
  return createHash('sha256').update(`account:${email.trim().toLowerCase()}`).digest();
}

/** An IPv6 customer holds a whole /64 at least, so that is one address here. */
function addressKey(ip: string): Buffer {
  const address = ipaddr.isValid(ip) ? ipaddr.process(ip) : undefined;
  const owner = address instanceof ipaddr.IPv6 ? address.parts.slice(0, 4).join(':') : String(address ?? ip);
  return createHash('sha256').update(`address:${owner}`).digest();
}
