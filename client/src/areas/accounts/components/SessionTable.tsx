import { useTranslation } from 'react-i18next';
import type { SessionView } from '../../../../../shared/contracts/accounts.ts';
import { useDates } from '../../../app/session.ts';
import { Button } from '../../../ui/Button.tsx';
import { type Column, Second, Table } from '../../../ui/Table.tsx';
import { browserName } from '../browser-name.ts';

interface SessionTableProps {
  sessions: readonly SessionView[];
  /** Absent: they can only be looked at. */
  onEnd?: (id: string) => void;
  ending?: string | undefined;
}

/** Where somebody is signed in: the browser in words, the address, since when. */
export function SessionTable({ sessions, onEnd, ending }: SessionTableProps) {
  const { t } = useTranslation('accounts');
  const dates = useDates();
  const nameOf = ({ userAgent }: SessionView) => {
    const { browser = t('sessions.unknownBrowser'), system } = browserName(userAgent);
    return system ? t('sessions.on', { browser, system }) : browser;
  };
  const columns: Column<SessionView>[] = [
    {
      key: 'browser',
      head: t('sessions.browser'),
      width: 1.3,
      cell: (session) => (
        <>
          {nameOf(session)}
          {session.current && <Second>{t('sessions.current')}</Second>}
        </>
      ),
    },
    { key: 'ip', head: t('sessions.ip'), cell: ({ ip }) => ip },
    { key: 'since', head: t('sessions.since'), width: 1.2, cell: ({ startedAt }) => dates.moment(startedAt) },
    { key: 'seen', head: t('sessions.seen'), width: 1.2, cell: ({ lastSeenAt }) => dates.moment(lastSeenAt) },
  ];
  if (onEnd) {
    columns.push({
      key: 'action',
      head: t('sessions.action'),
      quietHead: true,
      atRight: true,
      width: 0.7,
      cell: (session) =>
        session.current ? null : (
          <Button
            look="quiet"
            busy={ending === session.id}
            aria-label={t('sessions.endLong', {
              browser: nameOf(session),
              since: dates.moment(session.startedAt),
            })}
            onClick={() => onEnd(session.id)}
          >
            {t('sessions.end')}
          </Button>
        ),
    });
  }
  return <Table caption={t('sessions.caption')} columns={columns} rows={sessions} rowKey={({ id }) => id} />;
}
