import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../app/form/use-problem-text.ts';
import { Actions, Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';

interface ConfirmButtonProps {
  label: string;
  /** The question. */
  title: string;
  /** What follows from a yes. */
  text: string;
  confirm: string;
  danger?: boolean;
  onConfirm: () => Promise<unknown>;
}

/** For what cannot be taken back: asks first, and says so if it did not work. */
export function ConfirmButton({
  label,
  title,
  text,
  confirm,
  danger = false,
  onConfirm,
}: ConfirmButtonProps) {
  const { t } = useTranslation(['parts', 'common']);
  const problems = useProblemText();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = async () => {
    setBusy(true);
    setError(null);
    try {
      await onConfirm();
      setOpen(false);
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  const ask = () => {
    setError(null);
    setOpen(true);
  };
  return (
    <>
      <Button onClick={ask}>{label}</Button>
      {open && (
        <Dialog title={title} onClose={() => setOpen(false)}>
          <p>{text}</p>
          {error !== null && <Notice kind="error" title={problems.doing(error)} />}
          <Actions>
            <Button look={danger ? 'danger' : 'primary'} busy={busy} onClick={run}>
              {confirm}
            </Button>
            <Button look="quiet" onClick={() => setOpen(false)}>
              {t('parts:paper.leaveIt')}
            </Button>
          </Actions>
        </Dialog>
      )}
    </>
  );
}
