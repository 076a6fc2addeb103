import type { FileReason } from '../../shared/contracts/customers.ts';
import { DomainError } from '../../shared/errors.ts';

/**
 * Nobody can tell what the file says. `detail` is English; the screens say the reason in the reader's language, with
 * what `params` has of it (a line, two headings).
 */
export function unreadable(
  reason: FileReason,
  detail: string,
  params: Record<string, string | number> = {},
): DomainError {
  return new DomainError('file-unreadable', `${detail} Nothing was changed.`, {
    params: { ...params, reason },
  });
}
