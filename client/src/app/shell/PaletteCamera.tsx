import { useTranslation } from 'react-i18next';
import type { Code } from '../../../../shared/codes/code.ts';
import { CameraView } from '../../scan/camera/CameraView.tsx';
import styles from './Palette.module.css';

/** Finds the paper that is held before the camera. Nothing is booked by it. */
export function PaletteCamera({ onCode }: { onCode: (code: Code) => void }) {
  const { t } = useTranslation(['common', 'scan']);
  return (
    <div className={styles.camera}>
      <p className={styles.cameraText}>{t('common:palette.cameraText')}</p>
      <CameraView onCode={({ code }) => onCode(code as Code)} />
      <p className={styles.cameraText}>{t('scan:camera.stays')}</p>
    </div>
  );
}
