/** A scan as a person or device means it; texts as they are sent, times in milliseconds. */
export interface ScanMeant {
  id: string;
  code: string;
  moment?: string | undefined;
  place?: string | undefined;
  undoes?: string | undefined;
  at: number;
}

const days180 = 180 * 86_400_000;

/** More than 180 days before it was sent; a time after that counts as just then. */
export function isTooOld({ at }: ScanMeant, sentAt: number): boolean {
  return sentAt - Math.min(at, sentAt) > days180;
}

/** Two scans with the same of these are the same scan: how a code or a time is written does not matter. */
export function contentsOf({ code, moment, place, undoes, at }: ScanMeant): string {
  return JSON.stringify([readCode(code), moment, place && (readCode(place) ?? place), undoes, at]);
}

/** A code without blanks; undefined for what is none (ISO 7064 MOD 97-10, reckoned with whole numbers). */
export function readCode(text: string): string | undefined {
  const digits = text.replaceAll(' ', '');
  if (!/^[1-9]\d{11}$/.test(digits)) return undefined;
  const body = BigInt(digits.slice(0, 10));
  const check = 98n - ((body * 100n) % 97n);
  return digits.slice(10) === String(check).padStart(2, '0') ? digits : undefined;
}
