import { type Code, codeLength } from '../../../shared/codes/code.ts';
import { type CodeMistake, parseCode } from '../../../shared/codes/parse-code.ts';

/** A code as it is being typed. */
export interface TypedCode {
  /** In groups of four, as far as it has come. */
  shown: string;
  digits: number;
  code: Code | null;
  /** What is wrong with what stands there; null while it may still become right. */
  mistake: CodeMistake | null;
}

/** Reads a text on its way to a code. Letters are told at once, check digits with the twelfth. */
export function readTyped(text: string): TypedCode {
  const digits = text.replace(/\D/g, '');
  const parsed = parseCode(text);
  if (parsed.ok) return { shown: inFours(parsed.code), digits: codeLength, code: parsed.code, mistake: null };
  const unfinished = parsed.reason === 'empty' || parsed.reason === 'too-short';
  const onlyDigits = parsed.reason !== 'not-digits';
  return {
    shown: onlyDigits ? inFours(digits) : text,
    digits: digits.length,
    code: null,
    mistake: unfinished ? null : parsed,
  };
}

function inFours(digits: string): string {
  return digits.match(/.{1,4}/g)?.join(' ') ?? '';
}
