import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { owesSignOut } from '../device.ts';
import { settleSignOut } from '../sign-out.ts';
import styles from './Band.module.css';

/** Milliseconds between two tries to tell the server. */
const interval = 3_000;

/** Whoever signed out without the server knows that it has not happened there yet; it is told as soon as it answers. */
export function OwedSignOutBand() {
  const { t } = useTranslation('common');
  const owed = useQuery({
    queryKey: ['session', 'owed'],
    queryFn: () => settleSignOut().then(() => null),
    enabled: owesSignOut(),
    networkMode: 'always',
    retry: true,
    retryDelay: interval,
    gcTime: 0,
  });
  if (!owed.isFetching) return null;
  return (
    <div className={styles.band} role="status" aria-label={t('signOut.owedLabel')}>
      <strong>{t('signOut.owed')}</strong> {t('signOut.owedText')}
    </div>
  );
}
