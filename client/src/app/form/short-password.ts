import { isTooShort } from '../../../../shared/password-length.ts';
import type { Issue } from '../../api/validate.ts';

/** So that this is told together with what else is wrong; what is no good of a longer one, only the server knows. */
export function shortPassword(field: string, password: string | undefined): Issue[] {
  if (!password || !isTooShort(password)) return [];
  return [{ field, code: 'password-too-short', empty: false }];
}
