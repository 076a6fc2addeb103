import { useTranslation } from 'react-i18next';
import { rowNames } from '../../../../../shared/places/row-names.ts';
import type { Ends } from './AddRow.tsx';
import styles from './place.module.css';

/** The names as they will be, while the ends are being typed. */
export function RowPreview({ ends }: { ends: Ends }) {
  const { t } = useTranslation('places');
  const row = rowNames(ends);
  const names = 'names' in row && ends.prefix !== '' ? row.names : [];
  return (
    <section className={styles.preview}>
      <h2>{t('add.preview')}</h2>
      <p role="status">
        {names.length > 0 ? t('add.previewCount', { count: names.length }) : t('add.previewEmpty')}
      </p>
      {names.length > 0 && (
        // Long rows scroll: with the keyboard too.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable
        <ul className={styles.names} tabIndex={0} aria-label={t('add.preview')}>
          {names.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
      <p className={styles.note}>{t('add.codes')}</p>
    </section>
  );
}
