import { useTranslation } from 'react-i18next';
import type { FieldError } from '../../../../../shared/errors.ts';
import { longestRow } from '../../../../../shared/places/row-names.ts';
import { isProblem, ProblemError } from '../../../api/problem.ts';
import { issueFromServer, issueText } from '../../../app/form/problem-texts.ts';
import { useProblemText } from '../../../app/form/use-problem-text.ts';
import type { FormFailure } from '../../../ui/form/Form.tsx';

/** Why a place was not made or changed, each reason at the field that it is about. */
export function usePlaceFailure() {
  const { t } = useTranslation('places');
  const { t: common } = useTranslation('common');
  const problems = useProblemText();

  function textOf(error: FieldError, labelOf: (field: string) => string): string {
    const { code, field } = error;
    if (code === 'name-taken') return field === 'prefix' ? t('wrong.rowTaken') : t('wrong.nameTaken');
    if (code === 'place-full') return t('wrong.full');
    if (code === 'row-mixed') return t('wrong.mixed');
    if (code === 'row-too-long') return t('wrong.tooLong', { amount: longestRow });
    const issue = issueFromServer(error);
    return issueText(issue, labelOf(issue.field), common);
  }

  return (error: unknown, labelOf: (field: string) => string): FormFailure => {
    const errors = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
    // Where the place was chosen on the page before, there is no field to say it at.
    const atField = !isProblem(error, 'place-full') || labelOf('in') !== 'in';
    if (errors.length > 0 && atField) {
      return {
        fields: errors.map((one) => ({ field: issueFromServer(one).field, text: textOf(one, labelOf) })),
      };
    }
    if (isProblem(error, 'name-taken')) return { fields: [{ field: 'name', text: t('wrong.nameTaken') }] };
    if (isProblem(error, 'place-in-itself')) return { fields: [{ field: 'in', text: t('wrong.inItself') }] };
    return { fields: [], general: <p>{problems.doing(error)}</p> };
  };
}
