import { useTranslation } from 'react-i18next';
import { isCode } from '../../../../../shared/codes/code.ts';
import { useDates } from '../../../app/session.ts';
import { Code } from '../../../parts/Code.tsx';
import { type Column, Second, Table } from '../../../ui/Table.tsx';
import type { RefusedScan } from '../api.ts';
import { lookOf } from '../looks.ts';
import styles from './Exceptions.module.css';
import { OutcomeSign } from './OutcomeSign.tsx';

/** What was turned down, and why: never among a paper's own history. */
export function RefusedTable({ rows }: { rows: RefusedScan[] }) {
  const { t } = useTranslation('scanning');
  const dates = useDates();
  const columns: Column<RefusedScan>[] = [
    {
      key: 'code',
      head: t('exceptions.code'),
      cell: ({ code, outcome }) =>
        code !== null && isCode(code) ? (
          <Code code={code} link={outcome !== 'unknown'} />
        ) : (
          t('exceptions.notDigits')
        ),
    },
    {
      key: 'why',
      head: t('exceptions.becauseHead'),
      width: 2,
      cell: ({ outcome, problem }) => (
        <span className={styles.outcome}>
          <OutcomeSign look={lookOf(outcome)} size={24} />
          <span>
            <b>{t(`exceptions.outcome.${outcome}`)}</b>
            <Second>{t(`brief.${problem}`)}</Second>
          </span>
        </span>
      ),
    },
    { key: 'at', head: t('exceptions.scanned'), width: 1.2, cell: ({ at }) => dates.moment(at) },
    {
      key: 'by',
      head: t('exceptions.byHead'),
      width: 1.4,
      cell: ({ station, by }) => t('exceptions.station', { station, who: by?.name ?? t('say.itself') }),
    },
  ];
  return (
    <Table caption={t('exceptions.captionRefused')} columns={columns} rows={rows} rowKey={({ id }) => id} />
  );
}
