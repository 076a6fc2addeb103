import { useTranslation } from 'react-i18next';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ModeChoice } from './Doing.tsx';
import { MomentChoice } from './MomentChoice.tsx';
import type { StationView } from './use-station.ts';

interface ChooseDialogProps {
  view: StationView;
  muted: boolean;
  onMute: (muted: boolean) => void;
  onClose: () => void;
}

/** What the pile is; on small screens also what the bar and the left column have elsewhere. */
export function ChooseDialog({ view, muted, onMute, onClose }: ChooseDialogProps) {
  const { t } = useTranslation(['scanning', 'common']);
  const { station, session, groups } = view;
  const each = session.mode === 'each';
  return (
    <Dialog title={t('scanning:moments.title')} wide onClose={onClose}>
      <ModeChoice mode={session.mode} onMode={(mode) => station.dispatch({ type: 'mode', mode })} />
      {!each && (
        <MomentChoice
          groups={groups}
          chosen={session.moment?.name ?? null}
          onChoose={(moment) => {
            station.command({ is: 'moment', moment });
            onClose();
          }}
        />
      )}
      <p className="note">{t('scanning:moments.hint')}</p>
      <Actions>
        {session.place && (
          <Button onClick={() => station.dispatch({ type: 'next-place' })}>{t('scanning:keys.box')}</Button>
        )}
        <Button
          onClick={() => {
            station.command({ is: 'clear' });
            onClose();
          }}
        >
          {t('scanning:keys.clear')}
        </Button>
        <Button
          onClick={() => {
            station.command({ is: 'done' });
            onClose();
          }}
        >
          {t('scanning:keys.done')}
        </Button>
        <Button onClick={() => onMute(!muted)}>
          {muted ? t('scanning:station.unmute') : t('scanning:station.mute')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('common:form.cancel')}
        </Button>
      </Actions>
    </Dialog>
  );
}
