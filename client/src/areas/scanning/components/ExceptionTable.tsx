import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCode } from '../../../../../shared/codes/code.ts';
import { useDates, useSession } from '../../../app/session.ts';
import { Code } from '../../../parts/Code.tsx';
import { PlacePath } from '../../../parts/PlacePath.tsx';
import { WhereItIs } from '../../../parts/WhereItIs.tsx';
import { Button } from '../../../ui/Button.tsx';
import { type Column, Second, Table } from '../../../ui/Table.tsx';
import type { OpenException } from '../api.ts';
import { Decision } from './Decision.tsx';
import styles from './Exceptions.module.css';
import { SettleDialog } from './SettleDialog.tsx';

/** Both answers side by side, where the paper lies, and who scanned it when. */
export function ExceptionTable({ rows, settled }: { rows: OpenException[]; settled: boolean }) {
  const { t } = useTranslation('scanning');
  const { may } = useSession();
  const [deciding, setDeciding] = useState<OpenException | null>(null);
  const columns: Column<OpenException>[] = [
    { key: 'paper', head: t('exceptions.paper'), cell: ({ code }) => <Code code={code} link /> },
    { key: 'why', head: t('exceptions.why'), width: 1.7, cell: (one) => <Answers one={one} /> },
    {
      key: 'where',
      head: t('exceptions.where'),
      width: 1.5,
      cell: ({ place }) => (place ? <WhereItIs place={place} dropSite linkLast /> : '–'),
    },
    { key: 'scanned', head: t('exceptions.scanned'), width: 1.2, cell: (one) => <Scanned one={one} /> },
    settled
      ? {
          key: 'decision',
          head: t('exceptions.decision'),
          width: 1.3,
          cell: ({ settled: decided }) => decided && <Decision settled={decided} />,
        }
      : {
          key: 'decide',
          head: t('exceptions.decide'),
          quietHead: true,
          atRight: true,
          width: 0.6,
          cell: (one) =>
            may('scanning.settle') && (
              <Button
                aria-label={t('exceptions.decideLong', { code: formatCode(one.code) })}
                onClick={() => setDeciding(one)}
              >
                {t('exceptions.decide')}
              </Button>
            ),
        },
  ];
  return (
    <>
      <Table
        caption={settled ? t('exceptions.captionSettled') : t('exceptions.caption')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
      />
      {deciding && <SettleDialog one={deciding} onClose={() => setDeciding(null)} />}
    </>
  );
}

/** What is booked above, what the scan said below. */
function Answers({ one: { reason, present, earlier, moment, scannedPlace } }: { one: OpenException }) {
  const { t } = useTranslation(['scanning', 'parts']);
  const dates = useDates();
  return (
    <>
      <b>{t(`parts:setAside.reason.${reason}`)}</b>
      <dl className={styles.answers}>
        {present !== null && (
          <div>
            <dt>{t('exceptions.booked')}</dt>
            <dd>
              {present}
              {earlier && <Second>{dates.moment(earlier.at)}</Second>}
            </dd>
          </div>
        )}
        <div>
          <dt>{t('exceptions.now')}</dt>
          <dd>
            {moment?.label ?? (scannedPlace.length > 0 ? t('exceptions.nothingSaid') : '–')}
            {scannedPlace.length > 0 && (
              <Second>
                <PlacePath path={scannedPlace} dropSite />
              </Second>
            )}
          </dd>
        </div>
      </dl>
    </>
  );
}

function Scanned({ one: { at, by, station } }: { one: OpenException }) {
  const { t } = useTranslation('scanning');
  const dates = useDates();
  const ago = dates.ago(at);
  return (
    <>
      {dates.moment(at)}
      {ago && <Second>{ago}</Second>}
      <Second>{t('exceptions.station', { station, who: by?.name ?? t('say.itself') })}</Second>
    </>
  );
}
