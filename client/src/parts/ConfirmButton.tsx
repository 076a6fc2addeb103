import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from './ConfirmDialog.tsx';

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
export function ConfirmButton(props: ConfirmButtonProps) {
  const { label, title, text, confirm, danger = false, onConfirm } = props;
  const { t } = useTranslation('parts');
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{label}</Button>
      {open && (
        <ConfirmDialog
          title={title}
          submitText={confirm}
          keepText={t('paper.leaveIt')}
          danger={danger}
          send={onConfirm}
          onDone={close}
          onClose={close}
        >
          <p>{text}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
