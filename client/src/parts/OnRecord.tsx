import { IconEye } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './OnRecord.module.css';

/** Where it is shown whose papers these are: whoever looks is told that it is kept. */
export function OnRecord({ children }: { children?: ReactNode }) {
  const { t } = useTranslation('parts');
  return (
    <span className={styles.onRecord}>
      <IconEye size={16} stroke={1.6} aria-hidden="true" />
      {t('onRecord')}
      {children}
    </span>
  );
}
