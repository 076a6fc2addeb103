import { useTranslation } from 'react-i18next';
import { formatCode } from '../../../../../shared/codes/code.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { OpenException } from '../api.ts';
import { Decision } from './Decision.tsx';

interface DecidedAlreadyProps {
  one: OpenException;
  /** Null where it could not be fetched. */
  settled: OpenException['settled'];
  /** What was written here in vain. */
  reason: string;
  onClose: () => void;
}

/** Somebody was faster, or this person in another tab: what was decided then, and that this press changed nothing. */
export function DecidedAlready({ one: { code }, settled, reason, onClose }: DecidedAlreadyProps) {
  const { t } = useTranslation(['scanning', 'common']);
  return (
    <Dialog title={t('scanning:exceptions.before.title')} wide onClose={onClose}>
      <p>{formatCode(code)}</p>
      {settled && (
        <div>
          <Decision settled={settled} />
        </div>
      )}
      <Notice title={t('scanning:exceptions.before.nothing')}>
        <p>{t('scanning:exceptions.before.yours', { reason })}</p>
      </Notice>
      <Actions>
        <Button look="primary" onClick={onClose}>
          {t('scanning:exceptions.before.close')}
        </Button>
      </Actions>
    </Dialog>
  );
}
