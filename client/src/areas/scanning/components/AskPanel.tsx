import { useTranslation } from 'react-i18next';
import type { Notice } from '../../../scan/session.ts';
import { Button } from '../../../ui/Button.tsx';
import { MomentChoice } from './MomentChoice.tsx';
import { QuietPanel } from './OutcomePanel.tsx';
import actions from './PanelActions.module.css';
import type { StationView } from './use-station.ts';

interface AskPanelProps {
  view: StationView;
  /** What was said meanwhile: the question stands until it is answered. */
  notice?: Notice;
}

/** A paper was scanned, and the clerk says what it is. */
export function AskPanel({ view: { station, session, groups }, notice }: AskPanelProps) {
  const { t } = useTranslation('scanning');
  return (
    <QuietPanel
      kind="info"
      word={notice ? t(`notice.${notice}.word`) : t('panel.asking')}
      text={notice ? t(`notice.${notice}.text`) : t('panel.askingText')}
      {...(session.asking && { code: session.asking.code })}
    >
      <div className={actions.ask}>
        <MomentChoice
          groups={groups}
          chosen={null}
          onChoose={(moment) => station.command({ is: 'moment', moment })}
        />
        <p className={actions.start}>
          <Button look="quiet" onClick={() => station.dispatch({ type: 'answer', moment: null })}>
            {session.place ? t('moments.noneEachPutAway') : t('moments.noneEach')}
          </Button>
          <Button look="quiet" onClick={() => station.dispatch({ type: 'drop-asked' })}>
            {t('moments.drop')}
          </Button>
        </p>
      </div>
    </QuietPanel>
  );
}
