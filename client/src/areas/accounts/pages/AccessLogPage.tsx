import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { AccessLogEntryView } from '../../../../../shared/contracts/privacy.ts';
import { startOfDay } from '../../../app/dates.ts';
import { Listed } from '../../../app/Listed.tsx';
import { Page } from '../../../app/Page.tsx';
import { useDates, useOrganisation } from '../../../app/session.ts';
import { Empty, Notice } from '../../../ui/Notice.tsx';
import { type Column, Second, Table } from '../../../ui/Table.tsx';
import { accessLogQuery } from '../api.ts';
import { isBackwards, LogFilters, logSearch } from '../components/LogFilters.tsx';
import { SubjectLink, useOnlyText } from '../components/SubjectLink.tsx';
import { useActionText } from '../components/use-action-text.ts';

export default function AccessLogPage() {
  const { t } = useTranslation('accounts');
  const { timeZone } = useOrganisation();
  const [search, setSearch] = useSearchParams();
  const { user, action, subject, from, to } = logSearch(search);
  const backwards = isBackwards({ from, to });
  const log = useInfiniteQuery({
    ...accessLogQuery({
      user,
      action,
      subject,
      from: from && startOfDay(from, timeZone),
      // The day named is still in it: up to the first moment of the next one.
      to: to && startOfDay(to, timeZone, 1),
    }),
    enabled: !backwards,
  });
  const filtered = search.size > 0;
  const onlyText = useOnlyText();
  const only = subject && log.data?.pages[0]?.items[0]?.subject;
  return (
    <Page title={t('log.title')} lead={t('log.lead')}>
      <LogFilters search={search} onSearch={setSearch} />
      {only && <p className="note">{onlyText(only)}</p>}
      {backwards ? (
        <Backwards from={from} to={to} />
      ) : (
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
      )}
    </Page>
  );
}

function Backwards({ from = '', to = '' }: { from: string | undefined; to: string | undefined }) {
  const { t } = useTranslation('accounts');
  const dates = useDates();
  return (
    <Notice kind="error" title={t('log.backwards')}>
      <p>{t('log.backwardsText', { from: dates.calendar(from), to: dates.calendar(to) })}</p>
    </Notice>
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
          {subject && <SubjectLink subject={subject} />}
        </>
      ),
    },
    { key: 'ip', head: t('log.ip'), width: 0.8, cell: ({ ip }) => ip },
  ];
  return <Table caption={t('log.caption')} columns={columns} rows={entries} rowKey={({ id }) => id} />;
}
