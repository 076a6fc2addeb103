import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../../api/problem.ts';
import { useProblemText } from '../../../app/form/use-problem-text.ts';
import { Page } from '../../../app/Page.tsx';
import { Failed, Loading } from '../../../ui/Notice.tsx';

interface AskedProps {
  title: string;
  above: { path: string; title: string };
  query: Pick<UseQueryResult, 'error' | 'refetch'>;
}

/** The page while what it is about is not there yet, or is not there at all. */
export function Asked({ title, above, query: { error, refetch } }: AskedProps) {
  const { t } = useTranslation('common');
  const problems = useProblemText();
  if (isProblem(error, 'not-found') || isProblem(error, 'invalid-request'))
    return <Page title={title} above={above} lead={t('problem.not-found')} />;
  return (
    <Page title={title} above={above}>
      {error ? (
        <Failed text={problems.reading(error)} again={t('list.again')} onAgain={() => void refetch()} />
      ) : (
        <Loading text={t('list.loading')} />
      )}
    </Page>
  );
}
