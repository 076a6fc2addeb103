import { z } from 'zod';
import { code, codeView } from '../codes/code-schema.ts';
import { roles } from '../permissions.ts';

/** Fields that several areas share, each with its limits stated once. */

export const id = z.uuid();

/** ISO 8601 with zone, as the API gives times out. */
export const timestamp = z.iso.datetime({ offset: true });

/** A paper or place was scanned, and nothing was booked by it. */
export const sighting = z.object({
  at: timestamp,
  station: z.string(),
  by: z.object({ id, name: z.string() }).nullable(),
});
export type Sighting = z.output<typeof sighting>;

/** Why a person has to decide about a scan, in the order of the numbers that the database keeps. */
export const exceptionReasons = ['contradiction', 'too-old', 'changed-since'] as const;
export type ExceptionReason = (typeof exceptionReasons)[number];

/** One line of text that a person typed: trimmed, no control characters (they break labels and logs). */
export function line(max: number) {
  return (
    z
      .string()
      .trim()
      .min(1)
      .max(max)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      .regex(/^[^\u0000-\u001f\u007f]*$/u, 'Must be one line without control characters')
      .refine((text) => text.isWellFormed(), 'Must be well-formed Unicode')
  );
}

/** Compared without regard to case; kept as typed. RFC 5321 allows 254 characters. */
export const email = z.string().trim().max(254).pipe(z.email());

/** Length is checked here, the rest by the rules of `accounts` (NIST SP 800-63B §3.1.1). */
export const newPassword = z.string().min(1).max(1024);

export const role = z.enum(roles);

export const languages = ['en', 'nl'] as const;
export type Language = (typeof languages)[number];
export const language = z.enum(languages);

/** A name of the IANA time zone database, checked against what the runtime knows. */
export const timeZone = z.string().max(64).refine(isTimeZone, 'Must be a time zone such as Europe/Amsterdam');

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export const pageQuery = z.object({
  cursor: z.string().max(512).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** Lists are always `{items, nextCursor}`; the cursor is opaque and null on the last page. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

export const idParams = z.object({ id });

/** A day without time and zone: `2027-03-26`. */
export const day = z.iso.date();

/** A code as it comes in: with or without blanks. */
export const writtenCode = code;

/** A code as it goes out: twelve digits. */
export const codeText = codeView;

export const codeParams = z.object({ code: writtenCode });
