import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../parts/ConfirmDialog.tsx';
import { lossQuestion, onLossQuestion } from '../../ui/form/unsent.ts';

/** Asks whoever is about to lose what he typed; it stands over everything, dialogs too. */
export function LossDialog() {
  const { t } = useTranslation('common');
  const question = useSyncExternalStore(onLossQuestion, lossQuestion);
  if (!question) return null;
  return (
    <ConfirmDialog
      title={t('loss.title')}
      submitText={t('loss.discard')}
      keepText={t('loss.stay')}
      danger
      send={async () => undefined}
      onDone={question.goOn}
      onClose={question.stay}
    >
      <p>{t('loss.text')}</p>
    </ConfirmDialog>
  );
}
