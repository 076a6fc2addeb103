/** In characters, NIST SP 800-63B §3.1.1.2. */
export const shortestPassword = 8;

/** Characters are counted as people see them, as far as that is one code point each. */
export function isTooShort(password: string): boolean {
  return [...password.normalize('NFKC')].length < shortestPassword;
}
