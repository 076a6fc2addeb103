import { useTranslation } from 'react-i18next';
import styles from './place.module.css';

/** How full a place is. */
export function Fill({ filled, capacity }: { filled: number; capacity: number }) {
  const { t, i18n } = useTranslation('places');
  const numbers = new Intl.NumberFormat(i18n.language);
  const share = Math.min(100, (100 * filled) / capacity);
  return (
    <div className={styles.fill}>
      {/* biome-ignore lint/a11y/useSemanticElements: the browser's own meter has colours that mean good and bad */}
      <div
        className={styles.track}
        role="meter"
        aria-label={t('detail.filledLabel')}
        aria-valuemin={0}
        aria-valuemax={capacity}
        aria-valuenow={Math.min(filled, capacity)}
        aria-valuetext={t('detail.filled', { amount: filled, capacity })}
      >
        <div className={styles.level} style={{ width: `${share}%` }} />
      </div>
      <div className={styles.scale} aria-hidden="true">
        <span>{numbers.format(0)}</span>
        <span>{numbers.format(capacity)}</span>
      </div>
    </div>
  );
}

/** "room for 88", "full", "3 more than it is made for" */
export function useRoom() {
  const { t } = useTranslation('places');
  return (filled: number, capacity: number): string => {
    if (filled < capacity) return t('detail.roomFor', { count: capacity - filled });
    return filled === capacity ? t('detail.full') : t('detail.over', { count: filled - capacity });
  };
}
