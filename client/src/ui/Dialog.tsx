import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { classes } from './classes.ts';
import { showModal } from './cover.ts';
import styles from './Dialog.module.css';
import { askBeforeLosing } from './form/unsent.ts';
import { useLayer } from './layers.ts';

interface DialogProps {
  title: string;
  /** For what is more than a question. */
  wide?: boolean;
  /** All that there is to see; Back does not leave the page under it. */
  cover?: boolean;
  /** Absent: it has to be answered. */
  onClose?: (() => void) | undefined;
  children: ReactNode;
}

const stay = () => undefined;

/**
 * The browser's own modal dialog: it keeps the focus inside, makes the rest inert, closes with Escape and gives
 * the focus back. Back closes it too, and both ask where something was typed into it. Mounted = open.
 */
export function Dialog({ title: text, wide = false, cover = false, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const heading = useId();
  const close = onClose && (() => askBeforeLosing(onClose, dialog.current ?? undefined));
  useLayer(cover ? stay : close);
  // Before the dialog leaves the page: then the browser gives the focus back to where it was.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element) showModal(element);
    // The question first, not the button that answers it.
    title.current?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={classes(styles.dialog, wide && styles.wide, cover && styles.cover)}
      aria-labelledby={heading}
      data-cover={cover || undefined}
      onCancel={(event) => {
        event.preventDefault();
        close?.();
      }}
      onClose={({ currentTarget: element }) => {
        // A browser closes a dialog at the second Escape, asked or not; these are all that there is to see.
        if (element.open || (close && !cover)) return;
        showModal(element);
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
