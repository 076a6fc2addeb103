import { hash, verify } from '@node-rs/argon2';
import { dictionary } from '@zxcvbn-ts/language-common';
import { DomainError } from '../../shared/errors.ts';
import { passwordProblem } from './accounts.rules.ts';

/** argon2id with the first choice of the OWASP password storage cheat sheet: 19 MiB, 2 passes, 1 lane. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Verified where there is no account, so that an unknown address takes as long as a wrong password. */
let decoy: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost);
}

/** False also for `null` (no such account, or none with a password), after the same time. */
export async function verifyPassword(kept: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const matches = await verify(kept ?? (await decoy), password.normalize('NFKC'));
  return matches && kept !== null;
}

let common: Set<string> | undefined;

/** Throws `password-refused` naming the field, where the rules say no. */
export function refuseBadPassword(
  field: string,
  password: string,
  account: { email: string; name: string },
): void {
  common ??= new Set(dictionary['passwords-common'] as string[]);
  const list = common;
  const problem = passwordProblem(password, account, (word) => list.has(word));
  if (!problem) return;
  throw new DomainError('password-refused', `${problem.message}. Nothing was changed.`, {
    errors: [{ field, ...problem }],
  });
}
