import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { unsent } from '../../scan/kept-session.ts';
import { paths } from '../paths.ts';
import { useSession } from '../session.ts';
import styles from './Band.module.css';

/** What is under way for longer than this (ms) is no matter of the network alone. */
const patience = 2_000;

/** On every page but the station: papers were scanned that are not booked yet. Mostly there are none, and nothing is here. */
export function UnsentBand() {
  const { t } = useTranslation('common');
  const { user } = useSession();
  const count = useSyncExternalStore(unsent.subscribe, () => unsent.count(user.id));
  const late = useLate(count > 0);
  if (count === 0 || !late) return null;
  return (
    <aside className={styles.band} aria-label={t('unsent.label')} data-screen-only>
      <strong>{t('unsent.count', { count })}</strong> <Link to={paths.scan}>{t('unsent.toStation')}</Link>
    </aside>
  );
}

function useLate(waits: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(() => setLate(true), patience);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [waits]);
  return late;
}
