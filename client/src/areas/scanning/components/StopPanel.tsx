import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCode } from '../../../../../shared/codes/code.ts';
import { type ErrorCode, problems } from '../../../../../shared/errors.ts';
import { useSession } from '../../../app/session.ts';
import { ConfirmDialog } from '../../../parts/ConfirmDialog.tsx';
import { type Stop, waitingScans } from '../../../scan/session.ts';
import { Button } from '../../../ui/Button.tsx';
import { QuietPanel } from './OutcomePanel.tsx';
import actions from './PanelActions.module.css';
import type { StationView } from './use-station.ts';

/** Nothing goes on: the paper in the hand is not booked, and the screen says so until it is. */
export function StopPanel({ view, stop }: { view: StationView; stop: Stop }) {
  const { t } = useTranslation(['scanning', 'common']);
  const { user } = useSession();
  const [givingUp, setGivingUp] = useState(false);
  const waiting = waitingScans(view.session);
  const [first] = waiting;
  const isKnown = stop.problem !== null && stop.problem in problems;
  const problem = isKnown ? t(`common:problem.${stop.problem as ErrorCode}`) : '';
  const why =
    stop.why === 'refused'
      ? t('scanning:stop.refused', { why: problem })
      : t(`scanning:stop.${stop.why}`, { name: user.name });
  return (
    <QuietPanel
      kind="stop"
      word={t('scanning:stop.word')}
      detail={
        waiting.length > 1 ? t('scanning:stop.many', { count: waiting.length }) : t('scanning:stop.one')
      }
      text={
        <>
          <p>
            <strong>{why}</strong>
          </p>
          <p>{t('scanning:stop.keep')}</p>
        </>
      }
      big={t('scanning:stop.hold')}
      {...(first && { code: first.code })}
    >
      <p className={actions.start}>
        <Button look="primary" onClick={view.station.retry}>
          {t('scanning:stop.again')}
        </Button>
        {stop.why === 'refused' && (
          <Button onClick={() => setGivingUp(true)}>{t('scanning:stop.giveUp')}</Button>
        )}
      </p>
      {givingUp && (
        <ConfirmDialog
          title={t('scanning:stop.giveUpTitle')}
          submitText={t('scanning:stop.giveUpDo')}
          keepText={t('scanning:stop.giveUpKeep')}
          danger
          send={async () => view.station.dispatch({ type: 'given-up' })}
          onDone={() => undefined}
          onClose={() => setGivingUp(false)}
        >
          <p>
            {t('scanning:stop.giveUpText', { codes: waiting.map(({ code }) => formatCode(code)).join(', ') })}
          </p>
        </ConfirmDialog>
      )}
    </QuietPanel>
  );
}
