import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { call } from '../../../api/call.ts';
import { ApiForm } from '../../../app/form/ApiForm.tsx';
import { Page } from '../../../app/Page.tsx';
import { paths } from '../../../app/paths.ts';
import { useSession } from '../../../app/session.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { keys, schemas } from '../api.ts';
import { CustomerFields, readCustomer } from '../components/CustomerFields.tsx';

export default function AddCustomerPage() {
  const { t } = useTranslation(['customers', 'common']);
  const { may } = useSession();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return (
    <Page
      title={t('customers:add.title')}
      above={{ path: paths.customers, title: t('customers:list.title') }}
      lead={t('customers:add.lead')}
    >
      <ApiForm
        schema={schemas.add}
        read={readCustomer}
        send={(body) => call('post /customers', { body })}
        onDone={({ id }) => {
          queries.removeQueries({ queryKey: keys.customers });
          void navigate(may('dossiers.read') ? paths.customer(id) : paths.customers);
        }}
        fieldOf={{ 'ref-taken': 'ref' }}
        submitText={t('customers:add.submit')}
        actions={
          <LinkButton to={paths.customers} look="quiet">
            {t('common:form.cancel')}
          </LinkButton>
        }
      >
        <CustomerFields />
      </ApiForm>
    </Page>
  );
}
