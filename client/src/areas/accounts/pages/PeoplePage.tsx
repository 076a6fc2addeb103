import { IconUserPlus } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { UserView } from '../../../../../shared/contracts/accounts.ts';
import { Listed } from '../../../app/Listed.tsx';
import { Page } from '../../../app/Page.tsx';
import { paths } from '../../../app/paths.ts';
import { useDates, useSession } from '../../../app/session.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Notice.tsx';
import { SearchBox } from '../../../ui/SearchBox.tsx';
import { type Column, Second, Table } from '../../../ui/Table.tsx';
import { peopleQuery } from '../api.ts';
import { roleNames } from '../components/role-choices.ts';

export default function PeoplePage() {
  const { t } = useTranslation(['accounts', 'common']);
  const { may } = useSession();
  const [search, setSearch] = useSearchParams();
  const query = search.get('query') ?? '';
  const people = useInfiniteQuery({ ...peopleQuery(query), placeholderData: keepPreviousData });
  const onSearch = useCallback(
    (text: string) => setSearch(text ? { query: text } : {}, { replace: true }),
    [setSearch],
  );
  const add = may('accounts.change') && (
    <LinkButton to={paths.addPerson} look="primary" icon={<IconUserPlus size={20} stroke={1.7} />}>
      {t('accounts:people.add')}
    </LinkButton>
  );
  return (
    <Page title={t('accounts:people.title')} lead={t('accounts:people.lead')} actions={add}>
      <SearchBox label={t('accounts:people.find')} value={query} onSearch={onSearch} />
      <Listed
        list={people}
        empty={
          <Empty title={t('accounts:people.none')}>
            {query && t('accounts:people.noneText', { text: query })}
          </Empty>
        }
      >
        {(rows) => <PeopleTable people={rows} />}
      </Listed>
    </Page>
  );
}

function PeopleTable({ people }: { people: UserView[] }) {
  const { t } = useTranslation(['accounts', 'common']);
  const { user } = useSession();
  const dates = useDates();
  const columns: Column<UserView>[] = [
    {
      key: 'name',
      head: t('accounts:people.name'),
      width: 1.5,
      cell: ({ id, name, email }) => (
        <>
          <Link to={paths.person(id)}>{name}</Link>
          {id === user.id && ` (${t('accounts:people.you')})`}
          <Second>{email}</Second>
        </>
      ),
    },
    { key: 'roles', head: t('accounts:people.roles'), width: 1.3, cell: ({ roles }) => roleNames(roles, t) },
    {
      key: 'state',
      head: t('accounts:people.state'),
      cell: ({ active, hasPassword }) => (
        <>
          {active ? t('accounts:people.active') : t('accounts:people.deactivated')}
          {active && !hasPassword && <Second>{t('accounts:people.noPassword')}</Second>}
        </>
      ),
    },
    {
      key: 'lastSignIn',
      head: t('accounts:people.lastSignIn'),
      cell: ({ lastSignInAt }) =>
        lastSignInAt ? (
          <>
            {dates.moment(lastSignInAt)}
            <Second>{dates.ago(lastSignInAt)}</Second>
          </>
        ) : (
          t('accounts:people.neverSignedIn')
        ),
    },
  ];
  return (
    <Table caption={t('accounts:people.caption')} columns={columns} rows={people} rowKey={({ id }) => id} />
  );
}
