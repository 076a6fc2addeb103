import { config, type ZodType } from 'zod';

// Zod would otherwise try whether it may compile code, and the CSP would report the try.
config({ jitless: true });

/** One thing that a schema found wrong, without zod's own English words. */
export interface Issue {
  field: string;
  code: string;
  /** Nothing was filled in. */
  empty: boolean;
  format?: string | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
}

/** Checks what a form is about to send against the contract of the operation. */
export function issuesOf(schema: ZodType, body: unknown): Issue[] {
  const result = schema.safeParse(body);
  if (result.success) return [];
  return result.error.issues.map((issue) => {
    const path = issue.path.map(String);
    const value = path.reduce<unknown>(inside, body);
    const details = issue as unknown as { format?: string; minimum?: number; maximum?: number };
    return {
      field: path.join('.'),
      code: issue.code,
      empty: value === undefined || value === null || (typeof value === 'string' && value.trim() === ''),
      format: details.format,
      minimum: details.minimum,
      maximum: details.maximum,
    };
  });
}

function inside(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
