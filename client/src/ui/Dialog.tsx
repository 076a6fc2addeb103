import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { classes } from './classes.ts';
import styles from './Dialog.module.css';

interface DialogProps {
  title: string;
  /** For what is more than a question. */
  wide?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/**
 * The browser's own modal dialog: it keeps the focus inside, makes the rest inert, closes with Escape and gives
 * the focus back. Mounted = open.
 */
export function Dialog({ title: text, wide = false, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const heading = useId();
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
        onClose();
      }}
    >
      <h2 id={heading} ref={title} tabIndex={-1}>
        {text}
      </h2>
      {children}
    </dialog>
  );
}
