import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { classes } from './classes.ts';
import styles from './Dialog.module.css';
import { askBeforeLosing } from './form/unsent.ts';
import { useLayer } from './layers.ts';

interface DialogProps {
  title: string;
  /** For what is more than a question. */
  wide?: boolean;
  /** Absent: it has to be answered. */
  onClose?: (() => void) | undefined;
  children: ReactNode;
}

/**
 * The browser's own modal dialog: it keeps the focus inside, makes the rest inert, closes with Escape and gives
 * the focus back. Back closes it too, and both ask where something was typed into it. Mounted = open.
 */
export function Dialog({ title: text, wide = false, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const heading = useId();
  const close = onClose && (() => askBeforeLosing(onClose, dialog.current ?? undefined));
  useLayer(close);
  // Before the dialog leaves the page: then the browser gives the focus back to where it was.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // The question first, not the button that answers it.
    title.current?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={classes(styles.dialog, wide && styles.wide)}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        close?.();
      }}
    >
      <h2 id={heading} ref={title} tabIndex={-1}>
        {text}
      </h2>
      {children}
    </dialog>
  );
}
