import { bodySpaces, type Code, type CodeKind, codeKind, makeCode } from './code.ts';
import { type SpreadKey, type SpreadSpace, spread, unspread } from './spread.ts';

/**
 * The domain of each kind in the permutation. Never change one: the codes that were issued under it would be
 * issued a second time.
 */
const spaces: Readonly<Record<CodeKind, SpreadSpace>> = {
  document: { domain: 1, size: bodySpaces.document.size },
  container: { domain: 7, size: bodySpaces.container.size },
  location: { domain: 8, size: bodySpaces.location.size },
  command: { domain: 9, size: bodySpaces.command.size },
};

/**
 * The code of number `sequence` (from 0) of a kind under the installation's key. Two numbers never share a code.
 * @throws RangeError when the kind has no such number (6 × 10^9 documents, 10^9 of each other kind)
 */
export function codeOf(kind: CodeKind, sequence: number | bigint, key: SpreadKey): Code {
  return makeCode(bodySpaces[kind].first + spread(sequence, key, spaces[kind]));
}

/**
 * The sequence number of a code under the installation's key. Every code has one: whether it was issued shows
 * only when it lies below the high-water mark of its kind.
 */
export function sequenceOf(code: Code, key: SpreadKey): number {
  const kind = codeKind(code);
  const body = Number(code.slice(0, 10));
  return unspread(body - bodySpaces[kind].first, key, spaces[kind]);
}
