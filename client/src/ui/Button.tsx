import type { ComponentProps, ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './Button.module.css';
import { classes } from './classes.ts';

/** One primary button a pane; `quiet` looks like a link and takes no room. */
type Look = 'primary' | 'secondary' | 'danger' | 'quiet';

interface Shared {
  look?: Look;
  icon?: ReactNode;
}

interface ButtonProps extends Shared, Omit<ComponentProps<'button'>, 'type'> {
  type?: 'button' | 'submit';
  /** Something is under way: says so, stays focusable, and a second press does nothing. */
  busy?: boolean;
}

export function Button({
  look = 'secondary',
  icon,
  busy = false,
  type = 'button',
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={classes(styles.button, styles[look], busy && styles.busy, className)}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => {
        // Many people press everything twice; the second press of a double click is none.
        if (busy || event.detail > 1) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon}
      <span>{children}</span>
    </button>
  );
}

interface LinkButtonProps extends Shared, ComponentProps<typeof Link> {}

/** Goes somewhere, and is as weighty as a button. */
export function LinkButton({ look = 'secondary', icon, className, children, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className={classes(styles.button, styles[look], className)}>
      {icon}
      <span>{children}</span>
    </Link>
  );
}

/** Buttons that belong together, the primary one first. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
