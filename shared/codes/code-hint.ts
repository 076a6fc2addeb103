import { type Code, codeLength, isCode } from './code.ts';

/**
 * What may have gone wrong with twelve digits whose check digits do not fit. Only ever a question to the person
 * who can see the paper: several corrections may fit, so that nothing is corrected without him.
 */
export type CodeHint =
  /** Digits `position` and `position + 1` (from 1) in the other order give `suggestion`. */
  | { id: 'two-digits-swapped'; position: number; suggestion: Code }
  /** Another digit at one of these positions (from 1) gives a valid code. */
  | { id: 'one-digit-wrong'; positions: number[] };

/** More places to look at than this are no help. */
const mostPositions = 3;

/**
 * The swap first: any wrong code has a swap that happens to fit in about one case of ten, but on average about
 * one single digit that happens to fit, so that a swap which fits is much the stronger sign.
 */
export function findCodeHint(digits: string): CodeHint | null {
  const swaps = fittingSwaps(digits);
  const [swap] = swaps;
  if (swap) return swaps.length === 1 ? { id: 'two-digits-swapped', ...swap } : null;
  const positions = fittingPositions(digits);
  if (positions.length === 0 || positions.length > mostPositions) return null;
  return { id: 'one-digit-wrong', positions };
}

function fittingSwaps(digits: string): { position: number; suggestion: Code }[] {
  const found: { position: number; suggestion: Code }[] = [];
  for (let at = 0; at < codeLength - 1; at += 1) {
    const swapped = digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2);
    if (isCode(swapped)) found.push({ position: at + 1, suggestion: swapped });
  }
  return found;
}

function fittingPositions(digits: string): number[] {
  const found: number[] = [];
  for (let at = 0; at < codeLength; at += 1) {
    const fits = (digit: number) => isCode(digits.slice(0, at) + digit + digits.slice(at + 1));
    if (tenDigits.some(fits)) found.push(at + 1);
  }
  return found;
}

const tenDigits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
