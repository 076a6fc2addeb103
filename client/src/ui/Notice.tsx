import { IconAlertTriangle, IconCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { classes } from './classes.ts';
import styles from './Notice.module.css';

interface NoticeProps {
  kind?: 'info' | 'done' | 'error';
  title?: ReactNode;
  children?: ReactNode;
}

const signs = { info: IconInfoCircle, done: IconCheck, error: IconAlertTriangle };

/** Something to know about this page. Errors and what was just done are also read out. */
export function Notice({ kind = 'info', title, children }: NoticeProps) {
  const Sign = signs[kind];
  return (
    <div
      className={classes(styles.notice, styles[kind])}
      role={kind === 'error' ? 'alert' : kind === 'done' ? 'status' : undefined}
    >
      <Sign size={20} stroke={1.7} aria-hidden="true" />
      <div>
        {title && <p className={styles.title}>{title}</p>}
        {children}
      </div>
    </div>
  );
}

/** A part of a page that could not be got, with a way to try once more. */
export function Failed({ text, again, onAgain }: { text: string; again: string; onAgain: () => void }) {
  return (
    <Notice kind="error" title={text}>
      <Button look="quiet" onClick={onAgain}>
        {again}
      </Button>
    </Notice>
  );
}

/** Shown only where it takes a while, so that fast answers do not flicker. */
export function Loading({ text }: { text: string }) {
  return (
    <p className={styles.loading} role="status">
      {text}
    </p>
  );
}

/** Says what belongs here and offers the one action that fills it. */
export function Empty({
  title,
  action,
  children,
}: {
  title: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      <svg className={styles.trail} viewBox="0 0 168 20" width="168" height="20" aria-hidden="true">
        <circle cx="10" cy="10" r="6" />
        <path d="M22 10h124" />
        <circle cx="158" cy="10" r="6" />
      </svg>
      <div className={styles.emptyText}>
        <h2>{title}</h2>
        {children && <p>{children}</p>}
        {action}
      </div>
    </div>
  );
}
