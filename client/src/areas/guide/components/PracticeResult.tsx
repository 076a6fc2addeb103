import { IconInfoCircle, IconThumbUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Code, formatCode } from '../../../../../shared/codes/code.ts';
import { practiceCode } from '../../../../../shared/codes/practice-code.ts';
import { paths } from '../../../app/paths.ts';
import { useSession } from '../../../app/session.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import styles from './PracticeResult.module.css';

export interface PracticeRead {
  code: Code;
  how: 'camera' | 'scanner' | 'typed';
}

/** Paper and ink, no colour of an outcome: nothing was booked. */
export function PracticeResult({ read: { code, how } }: { read: PracticeRead }) {
  const { t } = useTranslation('guide');
  const { may } = useSession();
  const right = code === practiceCode;
  const Sign = right ? IconThumbUp : IconInfoCircle;
  return (
    <div className={styles.result}>
      <Sign size={56} stroke={1.3} aria-hidden="true" />
      <div>
        <p className={styles.word}>{right ? t('practice.well') : t('practice.other')}</p>
        <p className={styles.text}>
          {right
            ? t('practice.wellText', { how: t(`practice.how.${how}`) })
            : t('practice.otherText', { code: formatCode(code) })}
        </p>
        {right && (
          <div className={styles.next}>
            {may('scanning.book') && (
              <LinkButton to={paths.scan} look="primary">
                {t('practice.nextScan')}
              </LinkButton>
            )}
            <LinkButton to={paths.home}>{t('practice.nextHome')}</LinkButton>
          </div>
        )}
      </div>
    </div>
  );
}
