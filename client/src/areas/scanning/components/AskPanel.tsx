import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { MomentChoice } from './MomentChoice.tsx';
import { QuietPanel } from './OutcomePanel.tsx';
import actions from './PanelActions.module.css';
import type { StationView } from './use-station.ts';

/** A paper was scanned, and the clerk says what it is. */
export function AskPanel({ view: { station, session, groups } }: { view: StationView }) {
  const { t } = useTranslation('scanning');
  return (
    <QuietPanel
      kind="info"
      word={t('panel.asking')}
      text={t('panel.askingText')}
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
            {t('moments.noneEach')}
          </Button>
          <Button look="quiet" onClick={() => station.dispatch({ type: 'drop-asked' })}>
            {t('moments.drop')}
          </Button>
        </p>
      </div>
    </QuietPanel>
  );
}
