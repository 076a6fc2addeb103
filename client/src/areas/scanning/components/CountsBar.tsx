import { IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../../../app/paths.ts';
import { useSession } from '../../../app/session.ts';
import { countScans, papersAMinute } from '../../../scan/counts.ts';
import type { Session } from '../../../scan/session.ts';
import { classes } from '../../../ui/classes.ts';
import { openCountQuery } from '../api.ts';
import styles from './CountsBar.module.css';

/** How many, how fast, what still waits, what needs a person. */
export function CountsBar({ session: { scans, stop } }: { session: Session }) {
  const { t } = useTranslation('scanning');
  const now = useNow();
  const counts = countScans(scans);
  const rate = papersAMinute(scans, now);
  const Plug = stop ? IconPlugConnectedX : IconPlugConnected;
  return (
    <footer className={styles.counts}>
      <Count
        value={counts.papers}
        long={t('counts.papers', { count: counts.papers })}
        short={t('counts.papersShort', { count: counts.papers })}
      />
      <Count value={rate} long={t('counts.rate', { count: rate })} short={t('counts.rateShort')} />
      <Count
        value={counts.waiting}
        long={t('counts.waiting')}
        short={t('counts.waitingShort', { count: counts.waiting })}
      />
      <p className={classes(styles.plug, stop !== null && styles.off)}>
        <Plug size={20} stroke={1.6} aria-hidden="true" />
        {stop ? t('counts.notConnected') : t('counts.connected')}
      </p>
      <Exceptions />
    </footer>
  );
}

function Exceptions() {
  const { t } = useTranslation('scanning');
  const { may } = useSession();
  const { data } = useQuery({ ...openCountQuery, enabled: may('scanning.read') });
  if (!may('scanning.read')) return null;
  return (
    <Count
      value={data ?? 0}
      long={<Link to={paths.exceptions}>{t('counts.exceptions')}</Link>}
      short={<Link to={paths.exceptions}>{t('counts.exceptions')}</Link>}
      last
    />
  );
}

interface CountProps {
  value: number;
  long: ReactNode;
  short: ReactNode;
  last?: boolean;
}

function Count({ value, long, short, last = false }: CountProps) {
  const { i18n } = useTranslation();
  return (
    <p className={classes(styles.count, last && styles.exceptions)}>
      <span className={styles.value}>{value.toLocaleString(i18n.language)}</span>
      <span className={styles.long}>{long}</span>
      <span className={styles.short}>{short}</span>
    </p>
  );
}

/** The speed falls while nobody scans. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 2_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
