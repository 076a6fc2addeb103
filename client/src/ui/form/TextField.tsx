import { type ComponentProps, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../classes.ts';
import { FieldFrame, type FieldProps } from './Field.tsx';
import styles from './Form.module.css';
import { useFieldIds } from './form-context.ts';

interface TextFieldProps
  extends FieldProps,
    Pick<ComponentProps<'input'>, 'autoComplete' | 'defaultValue' | 'spellCheck' | 'autoCapitalize'> {
  type?: 'text' | 'email' | 'date' | 'search';
}

export function TextField({ name, label, hint, optional, type = 'text', ...input }: TextFieldProps) {
  const { error, id, describedBy } = useFieldIds(name);
  return (
    <FieldFrame name={name} label={label} {...(hint && { hint })} {...(optional && { optional })}>
      <div className={styles.control}>
        <input
          {...input}
          id={id}
          name={name}
          type={type}
          className={classes(styles.input, type === 'date' && styles.narrow)}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(hint)}
        />
      </div>
    </FieldFrame>
  );
}

interface PasswordFieldProps extends FieldProps {
  autoComplete: 'current-password' | 'new-password';
}

/** A password that one may look at: typing it blind is how mistakes are made. */
export function PasswordField({ name, label, hint, optional, autoComplete }: PasswordFieldProps) {
  const { t } = useTranslation('common');
  const { error, id, describedBy } = useFieldIds(name);
  const [shown, setShown] = useState(false);
  return (
    <FieldFrame name={name} label={label} {...(hint && { hint })} {...(optional && { optional })}>
      <div className={classes(styles.control, styles.withToggle)}>
        <input
          id={id}
          name={name}
          type={shown ? 'text' : 'password'}
          className={styles.input}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(hint)}
        />
        <button
          type="button"
          className={styles.toggle}
          aria-controls={id}
          aria-label={shown ? t('password.hideLong') : t('password.showLong')}
          onClick={() => setShown(!shown)}
        >
          {shown ? t('password.hide') : t('password.show')}
        </button>
      </div>
    </FieldFrame>
  );
}
