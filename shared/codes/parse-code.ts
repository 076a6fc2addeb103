import { type Code, codeLength, isCode } from './code.ts';
import { type CodeHint, findCodeHint } from './code-hint.ts';

/**
 * Why a text is no code of ours. `reason` is stable, the screens say it in the reader's language; the numbers
 * beside it are what the sentence needs. Positions count from 1.
 */
export type CodeMistake =
  | { reason: 'empty' }
  /** `position` counts characters of the text as it came, blanks included. */
  | { reason: 'not-digits'; character: string; position: number }
  | { reason: 'too-short' | 'too-long'; digits: number }
  | { reason: 'kind-reserved' }
  | { reason: 'check-digits-wrong'; hint: CodeHint | null };

export type ParsedCode = { ok: true; code: Code } | ({ ok: false } & CodeMistake);

/** Also the invisible characters that come along when text is copied from a web page or a PDF. */
const blank = /^[\s\u200b-\u200f\u2060]$/u;
const separator = /^[-.\u00ad\u00b7\u2010-\u2015\u2027\u2212\ufe63\uff0d\uff0e]$/u;

/**
 * Reads a code as people and devices write it: blanks anywhere (also no-break, thin and full-width ones),
 * hyphens and dots between digits, full-width digits, a line end after it. Never throws, whatever the text.
 */
export function parseCode(text: string): ParsedCode {
  // What stations and partners send is nearly always written as we store it.
  if (isCode(text)) return { ok: true, code: text };
  const read = readDigits(text);
  if ('reason' in read) return { ok: false, ...read };
  const { digits } = read;
  if (digits.length < codeLength) return { ok: false, reason: 'too-short', digits: digits.length };
  if (digits.length > codeLength) return { ok: false, reason: 'too-long', digits: digits.length };
  if (isCode(digits)) return { ok: true, code: digits };
  // With a wrong first digit the check digits are wrong as well, and their hint says more.
  if (digits.startsWith('0') && isReserved(digits)) return { ok: false, reason: 'kind-reserved' };
  return { ok: false, reason: 'check-digits-wrong', hint: findCodeHint(digits) };
}

/**
 * Whether somebody who wrote this meant a code rather than a name or a reference: it has as many digits and
 * nothing else, even if the check digits are wrong, so that a typing error is told as one.
 */
export function looksLikeCode(text: string): boolean {
  const read = readDigits(text);
  return 'digits' in read && read.digits.length === codeLength;
}

/** What is wrong, and how to mend it, in English (for API users and logs; screens translate `reason`). */
export function explainCodeMistake(mistake: CodeMistake): string {
  switch (mistake.reason) {
    case 'empty':
      return 'The code is empty. It has twelve digits';
    case 'not-digits':
      return `A code has only digits; "${mistake.character}" at position ${mistake.position} is none`;
    case 'too-short':
      return `A code has twelve digits; ${mistake.digits} ${mistake.digits === 1 ? 'is' : 'are'} too few`;
    case 'too-long':
      return `A code has twelve digits; ${mistake.digits} are too many`;
    case 'kind-reserved':
      return 'Codes that begin with 0 are not in use';
    case 'check-digits-wrong':
      return `The check digits do not fit${explainHint(mistake.hint)}`;
  }
}

function explainHint(hint: CodeHint | null): string {
  if (hint === null) return '. Compare the code with the paper, digit by digit';
  if (hint.id === 'two-digits-swapped') {
    return `. Are digits ${hint.position} and ${hint.position + 1} swapped?`;
  }
  return `. Is digit ${hint.positions.join(' or ')} wrong?`;
}

function isReserved(digits: string): boolean {
  return Number(digits) % 97 === 1;
}

type ReadDigits = { digits: string } | Extract<CodeMistake, { reason: 'empty' | 'not-digits' }>;

function readDigits(text: string): ReadDigits {
  let digits = '';
  let position = 0;
  let dangling: { character: string; position: number } | undefined;
  for (const character of text) {
    position += 1;
    const digit = digitOf(character);
    if (digit !== undefined) {
      digits += digit;
      dangling = undefined;
    } else if (separator.test(character) && digits !== '') {
      dangling ??= { character, position };
    } else if (!blank.test(character)) {
      return { reason: 'not-digits', character: character.toWellFormed(), position };
    }
  }
  if (dangling) return { reason: 'not-digits', ...dangling };
  return digits === '' ? { reason: 'empty' } : { digits };
}

function digitOf(character: string): string | undefined {
  if (character >= '0' && character <= '9') return character;
  // Full-width digits, as East Asian input methods write them.
  if (character >= '\uff10' && character <= '\uff19') return String(character.charCodeAt(0) - 0xff10);
  return undefined;
}
