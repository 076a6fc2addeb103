import { IconFileImport, IconUserPlus } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Listed } from '../../../app/Listed.tsx';
import { Page } from '../../../app/Page.tsx';
import { paths } from '../../../app/paths.ts';
import { useSession } from '../../../app/session.ts';
import { Actions, LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Notice.tsx';
import { SearchBox } from '../../../ui/SearchBox.tsx';
import { customersQuery } from '../api.ts';
import { CustomerTable } from '../components/CustomerTable.tsx';

export default function CustomersPage() {
  const { t } = useTranslation('customers');
  const [search, setSearch] = useSearchParams();
  const query = search.get('query') ?? '';
  const customers = useInfiniteQuery({ ...customersQuery(query), placeholderData: keepPreviousData });
  const onSearch = useCallback(
    (text: string) => setSearch(text ? { query: text } : {}, { replace: true }),
    [setSearch],
  );
  const house = customers.data?.pages[0];
  const emptyHouse = query === '' && house?.items.length === 0 && !customers.isPlaceholderData;
  return (
    <Page title={t('list.title')} lead={t('list.lead')} actions={!emptyHouse && <Ways />}>
      {!emptyHouse && <SearchBox label={t('list.find')} value={query} onSearch={onSearch} />}
      <Listed list={customers} empty={query === '' ? <NobodyYet /> : <NotFound text={query} />}>
        {(rows) => <CustomerTable customers={rows} />}
      </Listed>
    </Page>
  );
}

function Ways({ primary = false }: { primary?: boolean }) {
  const { t } = useTranslation('customers');
  const { may } = useSession();
  return (
    <>
      {may('customers.import') && (
        <LinkButton
          to={paths.importCustomers}
          look={primary ? 'primary' : 'secondary'}
          icon={<IconFileImport size={20} stroke={1.6} />}
        >
          {t('list.import')}
        </LinkButton>
      )}
      {may('customers.change') && (
        <LinkButton to={paths.addCustomer} icon={<IconUserPlus size={20} stroke={1.6} />}>
          {t('list.add')}
        </LinkButton>
      )}
    </>
  );
}

function NobodyYet() {
  const { t } = useTranslation('customers');
  const { may } = useSession();
  const can = may('customers.import') || may('customers.change');
  return (
    <Empty
      title={t('list.none')}
      action={
        can && (
          <Actions>
            <Ways primary />
          </Actions>
        )
      }
    >
      {can ? t('list.noneText') : t('list.noneTextOthers')}
    </Empty>
  );
}

function NotFound({ text }: { text: string }) {
  const { t } = useTranslation('customers');
  return <Empty title={t('list.notFound', { text })}>{t('list.notFoundText')}</Empty>;
}
