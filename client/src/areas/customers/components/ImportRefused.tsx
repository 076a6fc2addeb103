import { useTranslation } from 'react-i18next';
import type { FileReason } from '../../../../../shared/contracts/customers.ts';
import { isProblem, ProblemError } from '../../../api/problem.ts';
import { useProblemText } from '../../../app/form/use-problem-text.ts';
import { Notice } from '../../../ui/Notice.tsx';

/** Why a file was not taken: what is the matter, that nothing was lost, and what to do. */
export function ImportRefused({ error }: { error: unknown }) {
  const { t } = useTranslation('customers');
  const problems = useProblemText();
  const params = error instanceof ProblemError ? error.problem.params : undefined;
  const reason = params?.['reason'] as FileReason | undefined;
  if (isProblem(error, 'file-unreadable')) {
    return (
      <Notice kind="error" title={t('import.unreadable')}>
        <p className="lines">
          {reason ? t(`import.unreadableReasons.${reason}`, { ...params }) : t('import.unreadableText')}
        </p>
      </Notice>
    );
  }
  if (isProblem(error, 'body-too-large')) {
    return (
      <Notice kind="error" title={t('import.tooLarge')}>
        <p>{t('import.tooLargeText')}</p>
      </Notice>
    );
  }
  return <Notice kind="error" title={problems.doing(error)} />;
}
