import type { TFunction } from 'i18next';
import type { FieldError } from '../../../../shared/errors.ts';
import { ProblemError, UnreachableError } from '../../api/problem.ts';
import type { Issue } from '../../api/validate.ts';

type T = TFunction<'common'>;

/** What went wrong, in the reader's language. */
export function problemText(error: unknown, t: T): string {
  if (error instanceof UnreachableError) return t('unreachable.text');
  if (error instanceof ProblemError) return t(`problem.${error.problem.code}`, { ...error.problem.params });
  throw error;
}

/** The same where something was only to be read. */
export function readProblemText(error: unknown, t: T): string {
  if (error instanceof UnreachableError) return t('unreachable.read');
  return error instanceof ProblemError ? problemText(error, t) : t('list.failed');
}

/** What is wrong with one field. Zod's codes and our own; never zod's English. */
export function issueText(issue: Issue, label: string, t: T): string {
  if (issue.empty) return t('field.missing', { label });
  switch (issue.code) {
    case 'invalid_type':
      return t('field.missing', { label });
    case 'too_small':
      return (issue.minimum ?? 1) > 1
        ? t('field.tooShort', { label, minimum: issue.minimum })
        : t('field.missing', { label });
    case 'too_big':
      return issue.maximum === undefined
        ? t('field.tooLongUnknown', { label })
        : t('field.tooLong', { label, maximum: issue.maximum });
    case 'invalid_format':
      return isEmail(issue) ? t('field.email') : t('field.oneLine', { label });
    case 'invalid_value':
      return t('field.choose', { label });
    case 'unrecognized_keys':
      return t('field.notKnown', { label });
    case 'custom':
      return issue.field.endsWith('timeZone') ? t('field.timeZone') : t('field.oneLine', { label });
    case 'password-too-short':
      return t('field.passwordTooShort');
    case 'password-too-common':
      return t('field.passwordTooCommon');
    case 'password-like-account':
      return t('field.passwordLikeAccount');
    case 'email-taken':
      return t('field.emailTaken');
    case 'ref-taken':
      return t('problem.ref-taken');
    case 'scope-not-held':
      return t('field.scopeNotHeld');
    default:
      return t('field.notRight', { label });
  }
}

function isEmail(issue: Issue): boolean {
  return (
    issue.format === 'email' || (issue.format === undefined && issue.field.toLowerCase().endsWith('email'))
  );
}

/** A field that the server named; it may say `body.name` for what the form calls `name`. */
export function issueFromServer({ field, code }: FieldError): Issue {
  return { field: field.replace(/^body\./, ''), code, empty: false };
}
