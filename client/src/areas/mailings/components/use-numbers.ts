import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { startOfDay } from '../../../app/dates.ts';
import { useDates, useOrganisation } from '../../../app/session.ts';
import { shareOf } from '../figures.ts';

/** Counts, shares and days as the reader writes them. */
export function useNumbers() {
  const { i18n } = useTranslation('mailings');
  const { timeZone } = useOrganisation();
  const dates = useDates();
  return useMemo(() => {
    const counts = new Intl.NumberFormat(i18n.language);
    const shares = new Intl.NumberFormat(i18n.language, {
      style: 'percent',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    });
    return {
      count: (value: number) => counts.format(value),
      /** "33.1%"; nothing where there is no whole. */
      share: (part: number, whole: number) => {
        const share = shareOf(part, whole);
        return share === undefined ? undefined : shares.format(share);
      },
      /** A day without time is the same day in every zone. */
      day: (day: string) => dates.day(startOfDay(day, timeZone)),
      ago: (day: string) => dates.ago(startOfDay(day, timeZone)),
    };
  }, [i18n.language, timeZone, dates]);
}
