import { useTranslation } from 'react-i18next';
import { Button } from '../Button.tsx';
import { askBeforeLosing } from './unsent.ts';

/** Gives a form up; where something was typed into it, after a question. */
export function CancelButton({ onCancel }: { onCancel: () => void }) {
  const { t } = useTranslation('common');
  return (
    <Button
      look="quiet"
      onClick={(event) => askBeforeLosing(onCancel, event.currentTarget.closest('form') ?? undefined)}
    >
      {t('form.cancel')}
    </Button>
  );
}
