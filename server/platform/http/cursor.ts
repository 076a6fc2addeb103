import type { z } from 'zod';
import { DomainError } from '../../../shared/errors.ts';

/** A place in a list, opaque to callers: the sort key of the last item, so that pages stay right while rows come. */
export function writeCursor(key: unknown): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** Throws `cursor-invalid` for anything that is not one of ours. */
export function readCursor<S extends z.ZodType>(
  schema: S,
  cursor: string | undefined,
): z.output<S> | undefined {
  if (cursor === undefined) return undefined;
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new DomainError(
      'cursor-invalid',
      'Take `cursor` unchanged from the `nextCursor` of an earlier page.',
    );
  }
}

/** Cuts the one row too many that was read to see whether there is a next page. */
export function pageOf<R>(
  rows: R[],
  limit: number,
  key: (row: R) => unknown,
): { rows: R[]; nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, nextCursor: rows.length > limit && last ? writeCursor(key(last)) : null };
}
