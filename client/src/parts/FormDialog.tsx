import type { ReactNode } from 'react';
import { Dialog } from '../ui/Dialog.tsx';
import { CancelButton } from '../ui/form/CancelButton.tsx';
import { Form, type FormFailure, type FormOutcome } from '../ui/form/Form.tsx';

interface FormDialogProps<Reply> {
  title: string;
  /** Above the fields, and no part of what is sent. */
  intro?: ReactNode;
  submitText: string;
  /** What has become of the input after a refusal. */
  kept?: string;
  /** Sends what was filled in, or says at once what is wrong with it. */
  send: (data: FormData) => Promise<Reply> | FormFailure;
  /** Why it was refused. `labelOf`: what a field is called on the screen; its own name for one that is not there. */
  failureOf: (error: unknown, labelOf: (field: string) => string) => FormFailure;
  onDone: (reply: Reply) => unknown;
  onClose: () => void;
  /** The fields. */
  children: ReactNode;
}

/** A few fields over the page that they change; it stays open until they are saved or given up. */
export function FormDialog<Reply>(props: FormDialogProps<Reply>) {
  const { title, intro, submitText, kept, send, failureOf, onDone, onClose, children } = props;

  async function submit(data: FormData, labelOf: (field: string) => string): Promise<FormOutcome> {
    const sent = send(data);
    if (!(sent instanceof Promise)) return sent;
    try {
      const reply = await sent;
      return () => {
        onClose();
        onDone(reply);
      };
    } catch (error) {
      return failureOf(error, labelOf);
    }
  }

  return (
    <Dialog title={title} onClose={onClose}>
      {intro}
      <Form
        submit={submit}
        submitText={submitText}
        {...(kept !== undefined && { kept })}
        actions={<CancelButton onCancel={onClose} />}
      >
        {children}
      </Form>
    </Dialog>
  );
}
