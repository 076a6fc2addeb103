import { IconBulb, IconBulbOff, IconCameraOff } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Code } from '../../../../shared/codes/code.ts';
import { formatCode } from '../../../../shared/codes/code.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import styles from './CameraView.module.css';
import { type CameraProblem, isProblem } from './camera-state.ts';
import type { CameraDevice } from './open-camera.ts';
import { type CameraEvents, useCamera } from './use-camera.ts';

export type { CameraState } from './camera-state.ts';
export type { CameraCode } from './use-camera.ts';

interface CameraViewProps extends CameraEvents {
  /** The picture stays, nothing is read. */
  paused?: boolean;
}

/**
 * The live picture with a frame around every code of ours in it, or what is wrong and what to do. The picture stays on
 * this screen: it is read in a worker of this page and thrown away.
 */
export function CameraView({ onCode, onSeveral, onState, paused = false }: CameraViewProps) {
  const { t } = useTranslation('scan');
  const { video, camera, control, seen, several } = useCamera({ onCode, onSeveral, onState }, paused);
  const [size, setSize] = useState({ width: 1280, height: 720 });
  const { state } = camera;
  return (
    <div className={styles.camera}>
      <div className={styles.picture} style={{ aspectRatio: `${size.width} / ${size.height}` }}>
        <video
          ref={video}
          className={classes(styles.video, paused && styles.paused)}
          aria-label={t('camera.picture')}
          muted
          playsInline
          hidden={state !== 'on'}
          onResize={({ currentTarget: { videoWidth, videoHeight } }) => {
            if (videoWidth > 0) setSize({ width: videoWidth, height: videoHeight });
          }}
        />
        {state === 'on' && (
          <svg
            className={classes(styles.seen, several.length > 1 && styles.several)}
            viewBox={`0 0 ${size.width} ${size.height}`}
            aria-hidden="true"
          >
            {seen.map(({ code, corners }) => (
              <polygon key={code} points={corners.map(({ x, y }) => `${x},${y}`).join(' ')} />
            ))}
          </svg>
        )}
        {state === 'on' && several.length > 1 && (
          <p className={styles.showOne} role="status">
            {t('camera.several')}
          </p>
        )}
        {state === 'on' && several.length < 2 && seen[0] && (
          <p className={styles.read} aria-hidden="true">
            {formatCode(seen[0].code as Code)}
          </p>
        )}
        {state === 'starting' && (
          <p className={styles.starting} role="status">
            {t('camera.starting')}
          </p>
        )}
        {isProblem(state) && <Problem problem={state} onRetry={() => control?.retry()} />}
      </div>
      {state === 'on' && (
        <div className={styles.tools}>
          <Devices
            devices={camera.devices}
            chosen={camera.device}
            onChoose={(device) => control?.choose(device)}
          />
          {camera.torch !== undefined && (
            <Button
              look="quiet"
              icon={camera.torch ? <IconBulb size={18} /> : <IconBulbOff size={18} />}
              aria-pressed={camera.torch}
              onClick={() => control?.setTorch(!camera.torch)}
            >
              {t('camera.light')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function Problem({ problem, onRetry }: { problem: CameraProblem; onRetry: () => void }) {
  const { t } = useTranslation('scan');
  return (
    <div className={styles.problem} role="alert">
      <IconCameraOff size={28} stroke={1.6} aria-hidden="true" />
      <p className={styles.problemTitle}>{t(`camera.problem.${problem}`)}</p>
      <p>{t(`camera.todo.${problem}`)}</p>
      {problem !== 'not-secure-context' && (
        <Button look="secondary" onClick={onRetry}>
          {t('camera.retry')}
        </Button>
      )}
    </div>
  );
}

interface DevicesProps {
  devices: readonly CameraDevice[];
  chosen: string | undefined;
  onChoose: (device: string) => void;
}

function Devices({ devices, chosen, onChoose }: DevicesProps) {
  const { t } = useTranslation('scan');
  const id = useId();
  const name = (device: CameraDevice, index: number) =>
    device.label || t('camera.unnamed', { number: index + 1 });
  const [only] = devices;
  if (devices.length < 2) return <p className={styles.device}>{only ? name(only, 0) : ''}</p>;
  return (
    <>
      <label htmlFor={id} className={styles.deviceLabel}>
        {t('camera.device')}
      </label>
      <select
        id={id}
        className={styles.devices}
        value={chosen ?? ''}
        onChange={(event) => onChoose(event.target.value)}
      >
        {devices.map((device, index) => (
          <option key={device.id} value={device.id}>
            {name(device, index)}
          </option>
        ))}
      </select>
    </>
  );
}
