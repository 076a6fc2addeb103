import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useProblemText } from '../app/form/use-problem-text.ts';
import { Actions, Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';

interface ConfirmDialogProps<Reply> {
  title: string;
  /** What follows from a yes. */
  children: ReactNode;
  /** What the button does, in the words of the button that led here. */
  submitText: string;
  keepText: string;
  danger?: boolean;
  send: () => Promise<Reply>;
  onDone: (reply: Reply) => unknown;
  onClose: () => void;
}

/** Asks once, says what will happen, and says on the spot if it did not. */
export function ConfirmDialog<Reply>(props: ConfirmDialogProps<Reply>) {
  const { title, children, submitText, keepText, danger = false, send, onDone, onClose } = props;
  const problems = useProblemText();
  const sending = useMutation({
    mutationFn: send,
    onSuccess: async (reply) => {
      onClose();
      await onDone(reply);
    },
  });
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      {sending.error && <Notice kind="error" title={problems.doing(sending.error)} />}
      <Actions>
        <Button
          look={danger ? 'danger' : 'primary'}
          busy={sending.isPending}
          onClick={() => sending.mutate()}
        >
          {submitText}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {keepText}
        </Button>
      </Actions>
    </Dialog>
  );
}
