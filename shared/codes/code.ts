/**
 * What a barcode of ours carries and what a person can type: twelve digits, ten of body and two of check
 * (ISO 7064 MOD 97-10). The first digit says the kind; nothing in it says anything about a customer.
 * A `Code` has passed `parseCode` or `isCode`, or was made by `makeCode`; nothing else becomes one.
 */
export type Code = string & { readonly [codeBrand]: true };
declare const codeBrand: unique symbol;

export const codeKinds = ['document', 'container', 'location', 'command'] as const;
export type CodeKind = (typeof codeKinds)[number];

export const codeLength = 12;

interface BodySpace {
  /** The lowest ten-digit body of the kind. */
  readonly first: number;
  /** How many bodies the kind has. */
  readonly size: number;
}

/** All ten-digit bodies by kind; those that begin with 0 are reserved and belong to none. */
export const bodySpaces: Readonly<Record<CodeKind, BodySpace>> = {
  document: { first: 1_000_000_000, size: 6_000_000_000 },
  container: { first: 7_000_000_000, size: 1_000_000_000 },
  location: { first: 8_000_000_000, size: 1_000_000_000 },
  command: { first: 9_000_000_000, size: 1_000_000_000 },
};

/**
 * The check digits of a ten-digit body by ISO 7064 MOD 97-10: 98 − (body × 100 mod 97), so 02 to 98, with which
 * the whole code leaves 1 when divided by 97. Twelve digits stay far below 2^53: the arithmetic is exact.
 */
export function checkDigits(body: number): number {
  return 98 - ((body * 100) % 97);
}

/**
 * The code with this body (1,000,000,000 to 9,999,999,999).
 * @throws RangeError for anything else; a body is computed, so that is a mistake in the program
 */
export function makeCode(body: number): Code {
  if (!Number.isSafeInteger(body) || body < 1_000_000_000 || body > 9_999_999_999) {
    throw new RangeError(`A code's body has ten digits and no leading zero; this is ${body}`);
  }
  return String(body * 100 + checkDigits(body)) as Code;
}

/**
 * Whether twelve digits carry the check digits that the issuer would have given them. Stricter than
 * `code mod 97 = 1`: 00, 01 and 99 leave the same remainder as 97, 98 and 02, but are never issued.
 */
export function checkDigitsFit(digits: string): boolean {
  const whole = Number(digits);
  const check = whole % 100;
  return whole % 97 === 1 && check >= 2 && check <= 98;
}

/** Whether a text is a code exactly as we store and give it out: twelve digits without blanks. */
export function isCode(text: string): text is Code {
  return /^[1-9][0-9]{11}$/.test(text) && checkDigitsFit(text);
}

export function codeKind(code: Code): CodeKind {
  switch (code[0]) {
    case '7':
      return 'container';
    case '8':
      return 'location';
    case '9':
      return 'command';
    default:
      return 'document';
  }
}

/** As it is printed and shown: `1234 5678 9012`. */
export function formatCode(code: Code): string {
  return `${code.slice(0, 4)} ${code.slice(4, 8)} ${code.slice(8)}`;
}
