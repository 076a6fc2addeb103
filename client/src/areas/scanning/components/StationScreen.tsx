import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isMuted, keepMuted } from '../../../app/device.ts';
import { useHeldPage } from '../../../app/leaving/kept-page.ts';
import { waitingScans } from '../../../scan/session.ts';
import type { StationCommands } from '../api.ts';
import { ChooseDialog } from './ChooseDialog.tsx';
import { CountsBar } from './CountsBar.tsx';
import { Doing } from './Doing.tsx';
import { LastScans } from './LastScans.tsx';
import { MiddlePanel } from './MiddlePanel.tsx';
import { Sources } from './Sources.tsx';
import { StationBar } from './StationBar.tsx';
import { StationNameDialog } from './StationNameDialog.tsx';
import styles from './StationScreen.module.css';
import { useShortcuts } from './use-shortcuts.ts';
import {
  useFreshFigures,
  usePlaceNames,
  usePractice,
  useSounds,
  useStation,
  useWedge,
} from './use-station.ts';

interface StationScreenProps {
  commands: StationCommands;
  name: string;
  onName: (name: string) => void;
}

/** One task fills the screen: what I am doing, what became of this paper, the last ones, how many. */
export function StationScreen({ commands, name, onName }: StationScreenProps) {
  const { t } = useTranslation('scanning');
  const view = useStation(commands);
  const { station, session } = view;
  const [muted, setMuted] = useState(isMuted);
  const [asks, setAsks] = useState<'moment' | 'name' | null>(null);
  const mute = (next: boolean) => {
    keepMuted(next);
    setMuted(next);
  };
  const choose = useCallback(() => setAsks('moment'), []);

  useWedge(view);
  useSounds(view, muted);
  usePlaceNames(view);
  useFreshFigures(view);
  usePractice(view);
  useShortcuts(station, choose);
  const covered = useHeldPage({
    page: t('station.title'),
    text: waitingScans(session).length > 0 ? t('station.signInToBook') : t('station.signInAgain'),
    onBack: station.retry,
    ended: session.stop?.why === 'signed-out',
  });

  return (
    <div className={styles.station} data-mode={session.mode}>
      <h1 className="for-screen-readers">{t('station.title')}</h1>
      <StationBar
        view={view}
        name={name}
        muted={muted}
        onMute={mute}
        onRename={() => setAsks('name')}
        onChoose={choose}
      />
      <Doing view={view} onChoose={choose} />
      <section className={styles.outcome} aria-label={t('station.outcome')} aria-live="assertive">
        <MiddlePanel view={view} />
      </section>
      <Sources view={view} covered={covered} />
      <LastScans view={view} />
      <CountsBar session={session} />
      {asks === 'moment' && (
        <ChooseDialog view={view} muted={muted} onMute={mute} onClose={() => setAsks(null)} />
      )}
      {asks === 'name' && (
        <StationNameDialog
          name={name}
          onName={(next) => {
            onName(next);
            setAsks(null);
          }}
          onClose={() => setAsks(null)}
        />
      )}
    </div>
  );
}
