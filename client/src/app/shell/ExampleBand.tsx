import { useTranslation } from 'react-i18next';
import { useOrganisation } from '../session.ts';
import styles from './ExampleBand.module.css';

/** Above every screen of the example office, so that nobody takes its people for real ones; elsewhere nothing. */
export function ExampleBand() {
  const { t } = useTranslation('common');
  if (!useOrganisation().example) return null;
  return (
    <aside className={styles.band} aria-label={t('example.office')}>
      <strong>{t('example.office')}</strong> {t('example.people')}
    </aside>
  );
}
