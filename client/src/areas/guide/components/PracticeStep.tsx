import { IconCamera } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../app/paths.ts';
import { StationLabel } from '../../../parts/StationLabel.tsx';
import { Actions, LinkButton } from '../../../ui/Button.tsx';
import styles from './FirstSteps.module.css';
import { PrintPractice } from './PrintPractice.tsx';

/** The label itself, and the ways to try it. A hand scanner needs no button. */
export function PracticeStep() {
  const { t } = useTranslation('guide');
  return (
    <div className={styles.practice}>
      <StationLabel command="PRACTICE" />
      <Actions>
        <LinkButton
          to={paths.practice}
          state={{ camera: true }}
          look="primary"
          icon={<IconCamera size={20} stroke={1.6} aria-hidden="true" />}
        >
          {t('steps.practiseAction')}
        </LinkButton>
        <PrintPractice />
        <LinkButton to={paths.practice} look="quiet">
          {t('steps.practiseOpen')}
        </LinkButton>
      </Actions>
    </div>
  );
}
