import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, as they go into a cookie, a link or a key. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token. Without salt: 256 random bits cannot be guessed from a table. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

const keyForm = /^spoor_([0-9a-f]{8})_[A-Za-z0-9_-]{43}$/;

/** `spoor_<prefix>_<secret>`: the prefix tells keys apart in lists, the form lets scanners for leaked keys find them. */
export function makeApiKey(): { key: string; prefix: string } {
  const prefix = randomBytes(4).toString('hex');
  return { key: `spoor_${prefix}_${makeToken()}`, prefix };
}

/** The prefix of what has the form of a key. */
export function findKeyPrefix(key: string): string | undefined {
  return keyForm.exec(key)?.[1];
}
