import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Trail.module.css';

export interface Step {
  key: string;
  /** `now` is the one to do next; the line after it is dotted. */
  state: 'done' | 'now' | 'later';
  /** The state in words, for who cannot see the ring. */
  stateText?: string;
  title: ReactNode;
  note?: ReactNode;
  aside?: ReactNode;
}

interface TrailProps {
  steps: readonly Step[];
  /** Sentences rather than titles. */
  plain?: boolean;
}

/** Rings joined by a line: what is done, what comes next, what is not yet. */
export function Trail({ steps, plain = false }: TrailProps) {
  return (
    <ol className={classes(styles.trail, plain && styles.plain)}>
      {steps.map((step) => (
        <li key={step.key} className={classes(styles.step, styles[step.state])}>
          <span className={styles.ring} aria-hidden="true">
            {step.state === 'done' && <IconCheck size={14} stroke={2.6} />}
          </span>
          <div className={styles.text}>
            <p className={styles.title}>
              {step.title}
              {step.stateText && <span className="for-screen-readers">{`, ${step.stateText}`}</span>}
            </p>
            {step.note && <div className={styles.note}>{step.note}</div>}
          </div>
          {step.aside && <div className={styles.aside}>{step.aside}</div>}
        </li>
      ))}
    </ol>
  );
}
