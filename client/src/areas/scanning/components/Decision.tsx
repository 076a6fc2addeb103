import { useTranslation } from 'react-i18next';
import { useDates } from '../../../app/session.ts';
import { Second } from '../../../ui/Table.tsx';
import type { OpenException } from '../api.ts';

/** What was decided about a scan that had been set aside: which one holds, why, when and by whom. */
export function Decision({ settled }: { settled: NonNullable<OpenException['settled']> }) {
  const { t } = useTranslation('scanning');
  const dates = useDates();
  return (
    <>
      <b>{t(`exceptions.decided.${settled.decision}`)}</b>
      {settled.reason && <Second>{settled.reason}</Second>}
      <Second>
        {t('exceptions.by', { when: dates.moment(settled.at), who: settled.by?.name ?? t('say.itself') })}
      </Second>
    </>
  );
}
