import { type ChaskeyKey, chaskeyKey, chaskeyWord } from './chaskey.ts';

/** The installation's key, prepared. Made once by `spreadKey`; the 16 random bytes lie in the database. */
export type SpreadKey = ChaskeyKey & { readonly [spreadKeyBrand]: true };
declare const spreadKeyBrand: unique symbol;

/** A range of numbers that is permuted by itself. Spaces with another `domain` get another permutation. */
export interface SpreadSpace {
  /** Any small whole number, 0 to 2^31 − 1. */
  readonly domain: number;
  /** 1 to 10^12 numbers: 0 to `size` − 1. */
  readonly size: number;
}

/**
 * As many as FF1 (NIST SP 800-38G) has. Known attacks on Feistel networks over small domains (Hoang, Tessaro and
 * Trieu, CRYPTO 2018) then need more pairs of number and code than an installation issues. The number is even, so
 * that both halves are treated alike.
 */
const rounds = 10;

const largestSize = 1_000_000_000_000;

/** @throws RangeError if the key has not 16 bytes */
export function spreadKey(bytes: Uint8Array): SpreadKey {
  return chaskeyKey(bytes) as SpreadKey;
}

/**
 * A keyed permutation of 0 … size − 1: number n of the sequence gets a place anywhere in the space, and no two get
 * the same. Neighbours in the sequence are not neighbours as codes, and the used codes lie evenly among the unused,
 * so that a misread or a stranger's code most likely meets one that was never issued.
 *
 * How: a balanced Feistel network over a × a with a = ⌈√size⌉, addition modulo a, and Chaskey-12 as round function
 * (the generalised Feistel cipher of Black and Rogaway, "Ciphers with Arbitrary Finite Domains", CT-RSA 2002). a × a
 * is hardly larger than size; what falls outside is permuted again until it falls inside ("cycle walking"), which
 * keeps it a permutation. The round number, the domain and the size are part of what the round function reads.
 *
 * Limits: it hides order and amount (from a few codes nobody tells how many letters went out or what the next one
 * is). It keeps no secret: a code is not a password, and knowing one must give no access to anything.
 *
 * @throws RangeError if the sequence number lies outside the space
 */
export function spread(sequence: number | bigint, key: SpreadKey, space: SpreadSpace): number {
  const half = halfOf(space);
  let at = insideOf(sequence, space);
  do at = forward(at, half, key, space);
  while (at >= space.size);
  return at;
}

/** The sequence number that `spread` put at this place. @throws RangeError if the place lies outside the space */
export function unspread(place: number | bigint, key: SpreadKey, space: SpreadSpace): number {
  const half = halfOf(space);
  let at = insideOf(place, space);
  do at = backward(at, half, key, space);
  while (at >= space.size);
  return at;
}

function forward(at: number, half: number, key: SpreadKey, space: SpreadSpace): number {
  let right = at % half;
  let left = (at - right) / half;
  for (let round = 0; round < rounds; round += 1) {
    const mixed = (left + mask(right, round, half, key, space)) % half;
    left = right;
    right = mixed;
  }
  return left * half + right;
}

function backward(at: number, half: number, key: SpreadKey, space: SpreadSpace): number {
  let right = at % half;
  let left = (at - right) / half;
  for (let round = rounds - 1; round >= 0; round -= 1) {
    const unmixed = (right + half - mask(left, round, half, key, space)) % half;
    right = left;
    left = unmixed;
  }
  return left * half + right;
}

/** 32 bits modulo a (at most 10^6): the favour for small results is below 1 in 4,000 and of no use to anybody. */
function mask(word: number, round: number, half: number, key: SpreadKey, space: SpreadSpace): number {
  // A size can have 40 bits: its low 32 are a word, the rest shares one with the round.
  const sizeHigh = Math.floor(space.size / 0x1_0000_0000);
  return chaskeyWord(key, word, round + sizeHigh * 256, space.domain, space.size | 0) % half;
}

function halfOf({ size }: SpreadSpace): number {
  if (!Number.isInteger(size) || size < 1 || size > largestSize) {
    throw new RangeError(`A space has 1 to ${largestSize} numbers; this one has ${size}`);
  }
  let half = Math.floor(Math.sqrt(size));
  while (half * half < size) half += 1;
  return half;
}

function insideOf(number: number | bigint, { size }: SpreadSpace): number {
  const at = Number(number);
  if (!Number.isInteger(at) || at < 0 || at >= size) {
    throw new RangeError(`The space has the numbers 0 to ${size - 1}; ${number} is none of them`);
  }
  return at;
}
