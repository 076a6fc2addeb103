import { useTranslation } from 'react-i18next';
import { isProblem, ProblemError } from '../../../api/problem.ts';
import { issueFromServer, issueText } from '../../../app/form/problem-texts.ts';
import { useProblemText } from '../../../app/form/use-problem-text.ts';
import type { FormFailure } from '../../../ui/form/Form.tsx';

/** Why a mailing was not issued, each reason at the field that it is about. */
export function useIssueFailure(todayText: string) {
  const { t } = useTranslation('mailings');
  const { t: common } = useTranslation('common');
  const problems = useProblemText();
  return (error: unknown, labelOf: (field: string) => string, recipients: string): FormFailure => {
    if (isProblem(error, 'mailing-empty')) {
      return { fields: [{ field: recipients, text: t('wrong.nobody') }] };
    }
    const errors = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
    if (errors.length === 0) return { fields: [], general: <Said text={problems.doing(error)} /> };
    return {
      fields: errors.map((one) => {
        const issue = issueFromServer(one);
        const field = issue.field.startsWith('customers') ? recipients : issue.field;
        const text =
          one.code === 'date-past'
            ? t('wrong.datePast', { today: todayText })
            : issueText(issue, labelOf(field), common);
        return { field, text };
      }),
    };
  };
}

function Said({ text }: { text: string }) {
  return <p>{text}</p>;
}
