import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { CustomerView } from '../../../../../shared/contracts/customers.ts';
import { call } from '../../../api/call.ts';
import { isProblem } from '../../../api/problem.ts';
import { ApiForm } from '../../../app/form/ApiForm.tsx';
import { useProblemText } from '../../../app/form/use-problem-text.ts';
import { Page } from '../../../app/Page.tsx';
import { paths } from '../../../app/paths.ts';
import { useSession } from '../../../app/session.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Failed, Loading } from '../../../ui/Notice.tsx';
import { customerQuery, keys, schemas } from '../api.ts';
import { CustomerFields, readCustomer } from '../components/CustomerFields.tsx';

export default function ChangeCustomerPage() {
  const { t } = useTranslation(['customers', 'common']);
  const { id = '' } = useParams();
  const { may } = useSession();
  const problems = useProblemText();
  const customer = useQuery(customerQuery(id));
  if (isProblem(customer.error, 'not-found') || isProblem(customer.error, 'invalid-request')) {
    const list = { path: paths.customers, title: t('customers:list.title') };
    return <Page title={t('customers:change.notFound')} above={list} lead={t('common:problem.not-found')} />;
  }
  const back = may('dossiers.read') ? paths.customer(id) : paths.customers;
  return (
    <Page
      title={t('customers:change.title')}
      above={{ path: back, title: customer.data?.name ?? t('customers:list.title') }}
    >
      {customer.data ? (
        <Change key={id} customer={customer.data} back={back} />
      ) : customer.error ? (
        <Failed
          text={problems.reading(customer.error)}
          again={t('common:list.again')}
          onAgain={() => void customer.refetch()}
        />
      ) : (
        <Loading text={t('common:list.loading')} />
      )}
    </Page>
  );
}

function Change({ customer, back }: { customer: CustomerView; back: string }) {
  const { t } = useTranslation('common');
  const queries = useQueryClient();
  const navigate = useNavigate();
  return (
    <ApiForm
      schema={schemas.change}
      read={readCustomer}
      send={(body) => call('patch /customers/{id}', { params: { id: customer.id }, body })}
      onDone={async () => {
        queries.removeQueries({ queryKey: keys.customers });
        queries.removeQueries({ queryKey: ['dossiers'] });
        void navigate(back);
      }}
      fieldOf={{ 'ref-taken': 'ref' }}
      submitText={t('form.save')}
      actions={
        <LinkButton to={back} look="quiet">
          {t('form.cancel')}
        </LinkButton>
      }
    >
      <CustomerFields customer={customer} />
    </ApiForm>
  );
}
