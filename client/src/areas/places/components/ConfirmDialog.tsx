import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useProblemText } from '../../../app/form/use-problem-text.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';

interface ConfirmDialogProps {
  title: string;
  children: ReactNode;
  /** What the button does, in the words of the button that led here. */
  submitText: string;
  keepText: string;
  send: () => Promise<unknown>;
  onDone: () => unknown;
  onClose: () => void;
}

/** Asks once, says what will happen, and says on the spot if it did not. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, submitText, keepText, send, onDone, onClose } = props;
  const problems = useProblemText();
  const sending = useMutation({
    mutationFn: send,
    onSuccess: async () => {
      onClose();
      await onDone();
    },
  });
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      {sending.error && <Notice kind="error" title={problems.doing(sending.error)} />}
      <Actions>
        <Button look="danger" busy={sending.isPending} onClick={() => sending.mutate()}>
          {submitText}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {keepText}
        </Button>
      </Actions>
    </Dialog>
  );
}
