import type { Code } from '../../../shared/codes/code.ts';
import { codeKind } from '../../../shared/codes/code.ts';
import { looksLikeCode, parseCode } from '../../../shared/codes/parse-code.ts';
import { practiceCode } from '../../../shared/codes/practice-code.ts';
import type { Permission } from '../../../shared/permissions.ts';
import { paths } from './paths.ts';

/** What a text that looks like a code leads to, or what is wrong with it; undefined for any other text. */
export type FoundByCode =
  | { is: 'paper' | 'place'; code: Code }
  | { is: 'command' }
  | { is: 'practice' }
  | { is: 'swapped'; position: number; suggestion: Code }
  | { is: 'wrong'; positions: number[] };

export function findByCode(text: string): FoundByCode | undefined {
  if (!looksLikeCode(text)) return undefined;
  const parsed = parseCode(text);
  if (parsed.ok) {
    if (parsed.code === practiceCode) return { is: 'practice' };
    const kind = codeKind(parsed.code);
    if (kind === 'command') return { is: 'command' };
    return { is: kind === 'document' ? 'paper' : 'place', code: parsed.code };
  }
  const hint = parsed.reason === 'check-digits-wrong' ? parsed.hint : null;
  if (hint?.id === 'two-digits-swapped') {
    return { is: 'swapped', position: hint.position, suggestion: hint.suggestion };
  }
  return { is: 'wrong', positions: hint?.positions ?? [] };
}

/** The page of what was scanned; undefined where it has none, or none for this person. */
export function pathOfCode(code: Code, may: (permission: Permission) => boolean): string | undefined {
  const found = findByCode(code);
  if (found?.is === 'practice') return paths.practice;
  if (found?.is === 'paper') return may('documents.read') ? paths.document(code) : undefined;
  return found?.is === 'place' && may('places.read') ? paths.place(code) : undefined;
}
