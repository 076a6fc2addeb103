import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { isProblem } from '../../../api/problem.ts';
import { useProblemText } from '../../../app/form/use-problem-text.ts';
import { Page } from '../../../app/Page.tsx';
import { Failed, Loading } from '../../../ui/Notice.tsx';
import { customerByRefQuery } from '../api.ts';
import { Dossier, Unknown } from '../components/Dossier.tsx';

/** The CRM links here by its own reference; the address stays. */
export default function DossierByRefPage() {
  const { t } = useTranslation('common');
  const { ref = '' } = useParams();
  const problems = useProblemText();
  const customer = useQuery(customerByRefQuery(ref));
  if (customer.data) return <Dossier key={customer.data.id} id={customer.data.id} />;
  if (isProblem(customer.error, 'not-found') || isProblem(customer.error, 'invalid-request')) {
    return <Unknown reference={ref} />;
  }
  return (
    <Page title={t('page.dossier')}>
      {customer.error ? (
        <Failed
          text={problems.reading(customer.error)}
          again={t('list.again')}
          onAgain={() => void customer.refetch()}
        />
      ) : (
        <Loading text={t('list.loading')} />
      )}
    </Page>
  );
}
