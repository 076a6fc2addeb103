import { useTranslation } from 'react-i18next';
import { Actions, Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useSession } from '../session.ts';

/** Before somebody else takes the place of who has filled something in. */
export function DiscardQuestion({ onDiscard, onStay }: { onDiscard: () => void; onStay: () => void }) {
  const { t } = useTranslation('common');
  const { user } = useSession();
  return (
    <Dialog title={t('sessionEnd.discardTitle', { name: user.name })} cover onClose={onStay}>
      <p>{t('loss.text')}</p>
      <Actions>
        <Button look="danger" onClick={onDiscard}>
          {t('loss.discard')}
        </Button>
        <Button look="quiet" onClick={onStay}>
          {t('sessionEnd.stay')}
        </Button>
      </Actions>
    </Dialog>
  );
}
