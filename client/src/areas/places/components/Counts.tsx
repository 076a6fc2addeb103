import { useTranslation } from 'react-i18next';

/** "6 places, 412 papers" */
export function Counts({ places, documents }: { places: number; documents: number }) {
  const { t } = useTranslation('places');
  const words = [
    places > 0 && t('count.places', { count: places }),
    documents > 0 && t('count.papers', { count: documents }),
  ].filter(Boolean);
  return words.length > 0 ? words.join(', ') : t('count.nothing');
}
