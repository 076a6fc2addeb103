import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { AccessLogEntryView } from '../../../../../shared/contracts/accounts.ts';
import type { Permission } from '../../../../../shared/permissions.ts';
import { startOfDay } from '../../../app/dates.ts';
import { Listed } from '../../../app/Listed.tsx';
import { Page } from '../../../app/Page.tsx';
import { paths } from '../../../app/paths.ts';
import { useDates, useOrganisation, useSession } from '../../../app/session.ts';
import { Empty } from '../../../ui/Notice.tsx';
import { type Column, Second, Table } from '../../../ui/Table.tsx';
import { accessLogQuery } from '../api.ts';
import { LogFilters, logSearch } from '../components/LogFilters.tsx';
import { useActionText } from '../components/use-action-text.ts';

export default function AccessLogPage() {
  const { t } = useTranslation('accounts');
  const { timeZone } = useOrganisation();
  const [search, setSearch] = useSearchParams();
  const { user, action, from, to } = logSearch(search);
  const log = useInfiniteQuery(
    accessLogQuery({
      user,
      action,
      from: from && startOfDay(from, timeZone),
      // The day named is still in it: up to the first moment of the next one.
      to: to && startOfDay(to, timeZone, 1),
    }),
  );
  const filtered = search.size > 0;
  const seen = log.data?.pages.flatMap((page) => page.items.map(({ by }) => by)) ?? [];
  return (
    <Page title={t('log.title')} lead={t('log.lead')}>
      <LogFilters key={search.toString()} search={search} onSearch={setSearch} seen={seen} />
      <Listed
        list={log}
        empty={
          filtered ? (
            <Empty title={t('log.noneFound')}>{t('log.noneFoundText')}</Empty>
          ) : (
            <Empty title={t('log.none')}>{t('log.noneText')}</Empty>
          )
        }
      >
        {(entries) => <LogTable entries={entries} />}
      </Listed>
    </Page>
  );
}

function LogTable({ entries }: { entries: AccessLogEntryView[] }) {
  const { t } = useTranslation('accounts');
  const dates = useDates();
  const actionText = useActionText();
  const columns: Column<AccessLogEntryView>[] = [
    { key: 'at', head: t('log.at'), cell: ({ at }) => dates.moment(at) },
    {
      key: 'by',
      head: t('log.by'),
      cell: ({ by, apiKeyId }) => (
        <>
          {by.name}
          {apiKeyId && <Second>{t('log.withKey')}</Second>}
        </>
      ),
    },
    {
      key: 'what',
      head: t('log.what'),
      width: 1.4,
      cell: ({ action, subject }) => (
        <>
          {actionText(action)}
          {subject && <SubjectLink {...subject} />}
        </>
      ),
    },
    { key: 'ip', head: t('log.ip'), width: 0.8, cell: ({ ip }) => ip },
  ];
  return <Table caption={t('log.caption')} columns={columns} rows={entries} rowKey={({ id }) => id} />;
}

type Subject = NonNullable<AccessLogEntryView['subject']>;

/** A colleague by name; whatever else was looked at by its own page, for who may open that. */
function SubjectLink({ kind, id, name }: Subject) {
  const { may } = useSession();
  const path = pathOf(kind, id, may);
  return <Second>{path ? <Link to={path}>{name ?? id}</Link> : <span>{name ?? id}</span>}</Second>;
}

function pathOf(kind: string, id: string, may: (permission: Permission) => boolean): string | undefined {
  if (kind === 'user' && may('accounts.read')) return paths.person(id);
  if (kind === 'customer' && may('dossiers.read')) return paths.customer(id);
  if (kind === 'mailing' && may('mailings.read')) return paths.mailing(id);
  return undefined;
}
