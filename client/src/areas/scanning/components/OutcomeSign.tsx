import {
  IconArrowBackUp,
  IconCheck,
  IconExclamationMark,
  IconEye,
  IconHandStop,
  IconQuestionMark,
  IconRotateClockwise,
} from '@tabler/icons-react';
import { classes } from '../../../ui/classes.ts';
import type { Look } from '../looks.ts';
import styles from './OutcomeSign.module.css';

const glyphs = {
  booked: IconCheck,
  already: IconRotateClockwise,
  refused: IconHandStop,
  unknown: IconQuestionMark,
  exception: IconExclamationMark,
  seen: IconEye,
  undone: IconArrowBackUp,
} as const satisfies Record<Look, unknown>;

/** Shapes in a square of 100: disc, octagon, diamond, triangle, ring. Told apart without any colour. */
const shapes: Record<Look, string> = {
  booked: 'M50 0a50 50 0 1 1 0 100a50 50 0 1 1 0-100Z',
  already: 'M50 0a50 50 0 1 1 0 100a50 50 0 1 1 0-100Z',
  refused: 'M29.3 0h41.4L100 29.3v41.4L70.7 100H29.3L0 70.7V29.3Z',
  unknown: 'M50 -2L102 50L50 102L-2 50Z',
  exception: 'M50 2L104 96H-4Z',
  seen: 'M50 3a47 47 0 1 1 0 94a47 47 0 1 1 0-94Z',
  undone: 'M50 3a47 47 0 1 1 0 94a47 47 0 1 1 0-94Z',
};

interface OutcomeSignProps {
  look: Look;
  size: number;
  /** On the field of its own outcome, where the colours change places. */
  onField?: boolean;
}

/** The sign of an outcome; the word beside it names it for screen readers. */
export function OutcomeSign({ look, size, onField = false }: OutcomeSignProps) {
  const Glyph = glyphs[look];
  return (
    <span
      className={classes(styles.sign, styles[look], onField && styles.onField)}
      style={{ width: size, height: size }}
      aria-hidden="true"
    >
      <svg viewBox="-4 -4 108 108" className={styles.shape} aria-hidden="true">
        <path d={shapes[look]} />
      </svg>
      <Glyph className={styles.glyph} size="62%" stroke={size > 40 ? 2.4 : 2.8} />
    </span>
  );
}
