import { useTranslation } from 'react-i18next';
import { useDates, useSession } from '../../../app/session.ts';
import { countScans } from '../../../scan/counts.ts';
import type { Scan } from '../../../scan/session.ts';
import { Button } from '../../../ui/Button.tsx';
import { type AnsweredScan, tellScan } from '../tell-scan.ts';
import { AskPanel } from './AskPanel.tsx';
import { MomentChoice } from './MomentChoice.tsx';
import styles from './OutcomePanel.module.css';
import { OutcomePanel, QuietPanel } from './OutcomePanel.tsx';
import actions from './PanelActions.module.css';
import { StopPanel } from './StopPanel.tsx';
import type { StationView } from './use-station.ts';

/** The middle of the screen: one thing at a time. */
export function MiddlePanel({ view }: { view: StationView }) {
  const { t } = useTranslation('scanning');
  const { session } = view;
  const { panel } = session;
  if (session.stop) return <StopPanel view={view} stop={session.stop} />;
  switch (panel.is) {
    case 'ready':
      return <Ready view={view} />;
    case 'moment-set':
      return (
        <QuietPanel
          kind="ready"
          word={t('panel.firstPaper')}
          say={t('panel.fromNow')}
          big={session.moment?.label ?? ''}
        />
      );
    case 'place-set':
      return (
        <QuietPanel
          kind="ready"
          word={t('panel.firstPaper')}
          say={t('panel.into')}
          big={session.place ? view.nameOfPlace(session.place) : ''}
        />
      );
    case 'still-set':
      return <StillSet view={view} />;
    case 'asking':
      return <AskPanel view={view} />;
    case 'notice':
      return session.asking ? (
        <AskPanel view={view} notice={panel.notice} />
      ) : (
        <QuietPanel
          kind={panel.notice === 'practice' ? 'practice' : 'info'}
          word={t(`notice.${panel.notice}.word`)}
          text={t(`notice.${panel.notice}.text`)}
          {...(panel.code && { code: panel.code })}
        />
      );
    case 'done':
      return <Done scans={session.scans} />;
    case 'scan': {
      const scan = session.scans.find(({ id }) => id === panel.id);
      return scan ? <OfScan scan={scan} view={view} /> : <Ready view={view} />;
    }
  }
}

/** With nothing chosen the choice itself stands here: one press and the pile begins. */
function Ready({ view: { station, session, groups } }: { view: StationView }) {
  const { t } = useTranslation('scanning');
  const chosen = session.moment !== null || session.place !== null || session.mode === 'each';
  if (chosen) return <QuietPanel kind="ready" word={t('panel.ready')} text={t('panel.readyText')} />;
  return (
    <QuietPanel kind="ready" word={t('panel.readyStart')} text={t('panel.readyStartText')}>
      <div className={actions.ask}>
        <MomentChoice
          groups={groups}
          chosen={null}
          onChoose={(moment) => station.command({ is: 'moment', moment })}
        />
      </div>
    </QuietPanel>
  );
}

/** What was set before somebody left the screen, with the way to be rid of it where there are no keys. */
function StillSet({ view: { station, session, nameOfPlace } }: { view: StationView }) {
  const { t } = useTranslation('scanning');
  const { mode, moment, place } = session;
  const booked = mode === 'each' ? t('mode.each') : moment?.label;
  const into = place && nameOfPlace(place);
  return (
    <QuietPanel
      kind="ready"
      word={t('panel.still')}
      text={t('panel.stillText')}
      say={booked && into ? t('panel.stillBooked', { what: booked }) : t('panel.stillSay')}
      big={into ?? booked ?? ''}
    >
      <div className={actions.between}>
        <Button onClick={() => station.command({ is: 'clear' })}>{t('keys.clear')}</Button>
      </div>
    </QuietPanel>
  );
}

function Done({ scans }: { scans: readonly Scan[] }) {
  const { t } = useTranslation('scanning');
  const { papers, ...parts } = countScans(scans);
  return (
    <QuietPanel
      kind="ready"
      word={t('panel.done')}
      text={t('panel.doneText')}
      say={t('panel.doneParts', parts)}
      big={t('panel.donePapers', { count: papers })}
    />
  );
}

function OfScan({ scan, view }: { scan: Scan; view: StationView }) {
  const { t, i18n } = useTranslation(['scanning', 'parts']);
  const { user } = useSession();
  const dates = useDates();
  const { result } = scan;
  if (!result) {
    return (
      <QuietPanel
        kind="working"
        word={t('scanning:panel.working')}
        text={
          <>
            <p className={styles.late}>{t('scanning:panel.workingText')}</p>
            <p className={styles.slow}>{t('scanning:panel.slow')}</p>
          </>
        }
        code={scan.code}
      />
    );
  }
  const answered: AnsweredScan = { ...scan, result };
  const told = tellScan(answered, {
    t: i18n.getFixedT(i18n.language, 'scanning'),
    dates,
    userId: user.id,
    nameOfPlace: view.nameOfPlace,
    state: view.nameOfState,
  });
  const { document } = result;
  const origin = document
    ? `${document.mailing.name} · ${t('scanning:say.of', { number: document.runNumber, amount: document.mailing.documents })}`
    : t(`scanning:say.sources.${scan.source}`);
  return <OutcomePanel told={told} code={scan.code} origin={origin} />;
}
