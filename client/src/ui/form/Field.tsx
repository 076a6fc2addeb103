import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../classes.ts';
import styles from './Form.module.css';
import { useFieldIds } from './form-context.ts';

export interface FieldProps {
  /** Path of the value in what is sent, e.g. `administrator.email`. */
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
}

interface FrameProps extends FieldProps {
  /** A set of choices has a legend instead of a label. */
  group?: boolean;
  children: ReactNode;
}

/** Label, hint, error and the control, in that order; wrong fields get a bar at the left. */
export function FieldFrame({ name, label, hint, optional = false, group = false, children }: FrameProps) {
  const { t } = useTranslation('common');
  const { error, id, hintId, errorId } = useFieldIds(name);
  const words = (
    <>
      {label}
      {optional && <span className={styles.optional}>{` ${t('form.optional')}`}</span>}
    </>
  );
  const inside = (
    <>
      {group ? (
        <legend className={styles.label}>{words}</legend>
      ) : (
        <label className={styles.label} htmlFor={id}>
          {words}
        </label>
      )}
      {hint && (
        <p id={hintId} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={errorId} className={styles.error}>
          <IconAlertTriangle size={16} stroke={1.7} aria-hidden="true" />
          <span>{error}</span>
        </p>
      )}
      {children}
    </>
  );
  const className = classes(styles.field, error && styles.wrong);
  return group ? (
    <fieldset className={className} data-field={name} data-label={label}>
      {inside}
    </fieldset>
  ) : (
    <div className={className} data-field={name} data-label={label}>
      {inside}
    </div>
  );
}
