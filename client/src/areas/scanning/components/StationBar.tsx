import {
  IconAdjustmentsHorizontal,
  IconDeviceDesktop,
  IconMaximize,
  IconMinimize,
  IconPin,
  IconUser,
  IconVolume,
  IconVolumeOff,
  IconX,
} from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../../../app/paths.ts';
import { useDates, useSession } from '../../../app/session.ts';
import { HelpDoor } from '../../../app/shell/HelpDoor.tsx';
import { Wordmark } from '../../../ui/Wordmark.tsx';
import styles from './StationBar.module.css';
import type { StationView } from './use-station.ts';

interface StationBarProps {
  view: StationView;
  name: string;
  muted: boolean;
  onMute: (muted: boolean) => void;
  onRename: () => void;
  onChoose: () => void;
}

/** Which desk, who, and the way out; on smaller screens also what is being done. */
export function StationBar({ view, name, muted, onMute, onRename, onChoose }: StationBarProps) {
  const { t } = useTranslation(['scanning', 'common']);
  const { user } = useSession();
  return (
    <header className={styles.bar}>
      <Link to={paths.home} className={styles.home} aria-label={t('common:shell.home')}>
        <Wordmark />
      </Link>
      <Band view={view} onChoose={onChoose} />
      <button
        type="button"
        className={styles.desk}
        title={t('scanning:station.rename')}
        aria-label={`${t('scanning:station.desk', { name })}. ${t('scanning:station.rename')}`}
        onClick={onRename}
      >
        <IconDeviceDesktop size={20} stroke={1.5} aria-hidden="true" />
        <span>{name}</span>
      </button>
      <span className={styles.user}>
        <IconUser size={20} stroke={1.5} aria-hidden="true" />
        <span>{user.name}</span>
      </span>
      <span className={styles.tools}>
        <button
          type="button"
          className={`${styles.tool} ${styles.sound}`}
          aria-label={muted ? t('scanning:station.unmute') : t('scanning:station.mute')}
          title={muted ? t('scanning:station.unmute') : t('scanning:station.mute')}
          onClick={() => onMute(!muted)}
        >
          {muted ? <IconVolumeOff size={24} stroke={1.5} /> : <IconVolume size={24} stroke={1.5} />}
        </button>
        <HelpDoor className={styles.tool ?? ''} size={24} />
        <FullScreen />
        <Link
          to={paths.home}
          className={styles.tool}
          aria-label={t('scanning:station.leave')}
          title={t('scanning:station.leave')}
        >
          <IconX size={24} stroke={1.5} />
        </Link>
        <Clock />
      </span>
    </header>
  );
}

const sign = '›';

/** "Answer: yes › Box 214", where there is no room for a column of its own. */
function Band({ view: { session, nameOfPlace }, onChoose }: { view: StationView; onChoose: () => void }) {
  const { t } = useTranslation('scanning');
  const { mode, moment, place } = session;
  const none = place ? '' : t('doing.lookUp');
  const doing = mode === 'each' ? t('mode.each') : (moment?.label ?? none);
  return (
    <button
      type="button"
      className={styles.band}
      aria-label={[doing, place && nameOfPlace(place), t('station.options')].filter(Boolean).join(' · ')}
      onClick={onChoose}
    >
      <IconPin className={styles.pin} size={24} stroke={1.6} aria-hidden="true" />
      {doing && <span className={styles.doing}>{doing}</span>}
      {place && (
        <>
          {doing && (
            <span className={styles.sign} aria-hidden="true">
              {sign}
            </span>
          )}
          <span className={`${styles.doing} ${styles.into}`}>{nameOfPlace(place)}</span>
        </>
      )}
      <IconAdjustmentsHorizontal className={styles.adjust} size={24} stroke={1.6} aria-hidden="true" />
    </button>
  );
}

function FullScreen() {
  const { t } = useTranslation('scanning');
  const [full, setFull] = useState(() => document.fullscreenElement !== null);
  useEffect(() => {
    const changed = () => setFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', changed);
    return () => document.removeEventListener('fullscreenchange', changed);
  }, []);
  if (!document.fullscreenEnabled) return null;
  const text = full ? t('station.smallScreen') : t('station.fullScreen');
  return (
    <button
      type="button"
      className={`${styles.tool} ${styles.full}`}
      aria-label={text}
      title={text}
      onClick={() => {
        const change = full ? document.exitFullscreen() : document.documentElement.requestFullscreen();
        change.catch(() => undefined);
      }}
    >
      {full ? <IconMinimize size={24} stroke={1.5} /> : <IconMaximize size={24} stroke={1.5} />}
    </button>
  );
}

/** By the house's time zone, as everything else. */
function Clock() {
  const dates = useDates();
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 5_000);
    return () => clearInterval(timer);
  }, []);
  return <time className={styles.clock}>{dates.time(now.toISOString())}</time>;
}
