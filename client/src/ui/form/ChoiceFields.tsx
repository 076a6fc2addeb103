import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { FieldFrame, type FieldProps } from './Field.tsx';
import styles from './Form.module.css';
import { useFieldIds } from './form-context.ts';

interface Choice {
  value: string;
  label: string;
  hint?: string;
}

interface SelectFieldProps extends FieldProps {
  options: readonly Choice[];
  defaultValue?: string;
  onChange?: (value: string) => void;
}

export function SelectField({ name, label, hint, options, defaultValue, onChange }: SelectFieldProps) {
  const { error, id, describedBy } = useFieldIds(name);
  return (
    <FieldFrame name={name} label={label} {...(hint && { hint })}>
      <div className={styles.control}>
        <select
          id={id}
          name={name}
          className={styles.input}
          defaultValue={defaultValue}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(hint)}
          onChange={(event) => onChange?.(event.target.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <IconChevronDown className={styles.chevron} size={18} stroke={1.7} aria-hidden="true" />
      </div>
    </FieldFrame>
  );
}

interface ChoicesProps extends FieldProps {
  kind: 'checkbox' | 'radio';
  choices: readonly Choice[];
  chosen?: readonly string[];
  onChange?: (value: string) => void;
}

/** One (radio) or several (checkbox) of a few, each with a line that says what it means. */
export function Choices({ kind, name, label, hint, choices, chosen = [], onChange }: ChoicesProps) {
  const { id, describedBy } = useFieldIds(name);
  return (
    <FieldFrame name={name} label={label} group {...(hint && { hint })}>
      <div className={styles.choices}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.choice}>
            <input
              type={kind}
              name={name}
              value={choice.value}
              defaultChecked={chosen.includes(choice.value)}
              aria-describedby={choice.hint ? `${id}-${choice.value}-hint` : describedBy(hint)}
              aria-labelledby={`${id}-${choice.value}`}
              onChange={(event) => event.target.checked && onChange?.(choice.value)}
            />
            {kind === 'checkbox' && (
              <IconCheck className={styles.tick} size={16} stroke={2.6} aria-hidden="true" />
            )}
            <span id={`${id}-${choice.value}`} className={styles.choiceText}>
              {choice.label}
            </span>
            {choice.hint && (
              <span id={`${id}-${choice.value}-hint`} className={`${styles.choiceText} ${styles.hint}`}>
                {choice.hint}
              </span>
            )}
          </label>
        ))}
      </div>
    </FieldFrame>
  );
}
