import { IconBarcode, IconCamera, IconCameraOff } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Code } from '../../../../../shared/codes/code.ts';
import { keepWantsCamera, wantsCamera } from '../../../app/device.ts';
import { fetched, PartNotFetched } from '../../../app/fetched.tsx';
import { TypedCodeField } from '../../../scan/typing/TypedCodeField.tsx';
import { loadTexts } from '../../../texts/index.ts';
import { Button } from '../../../ui/Button.tsx';
import styles from './Sources.module.css';
import type { StationView } from './use-station.ts';

// The decoder is large: only who uses a camera fetches it.
const CameraView = fetched(async () => {
  const [module] = await Promise.all([import('../../../scan/camera/CameraView.tsx'), loadTexts('scan')]);
  return module.CameraView;
}, PartNotFetched);

interface SourcesProps {
  view: StationView;
  /** Nobody is signed in; a camera goes on seeing. */
  covered: boolean;
}

/** The three ways in: camera, hand scanner, typing. */
export function Sources({ view: { station, session }, covered }: SourcesProps) {
  const { t } = useTranslation('scanning');
  const [camera, setCamera] = useState(wantsCamera);
  const switchCamera = (on: boolean) => {
    keepWantsCamera(on);
    setCamera(on);
  };
  return (
    <section className={styles.sources}>
      <div className={styles.camera}>
        {camera ? (
          <Suspense fallback={<p className={styles.opening}>{t('station.loading')}</p>}>
            <CameraView
              onCode={({ code }) => station.onScan(code as Code, 'camera')}
              onSeveral={(codes) => codes.length > 1 && station.dispatch({ type: 'several' })}
              paused={covered || session.stop !== null}
            />
          </Suspense>
        ) : (
          <button type="button" className={styles.start} onClick={() => switchCamera(true)}>
            <IconCamera size={36} stroke={1.3} aria-hidden="true" />
            <span>{t('sources.useCamera')}</span>
          </button>
        )}
      </div>
      <div className={styles.beside}>
        <p className={styles.note}>
          <IconBarcode size={20} stroke={1.5} aria-hidden="true" />
          <span>{t('sources.scannerReady')}</span>
        </p>
        {camera && (
          <p className={styles.note}>
            <IconCameraOff size={20} stroke={1.5} aria-hidden="true" />
            <span>
              <Button look="quiet" onClick={() => switchCamera(false)}>
                {t('sources.stopCamera')}
              </Button>
              <span className={styles.quiet}>{t('sources.cameraText')}</span>
            </span>
          </p>
        )}
        <TypedCodeField take={t('typing.take')} onCode={(code) => station.onScan(code, 'typed')} />
      </div>
    </section>
  );
}
