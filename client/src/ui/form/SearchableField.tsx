import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { classes } from '../classes.ts';
import { useListbox } from '../use-listbox.ts';
import { FieldFrame, type FieldProps } from './Field.tsx';
import styles from './Form.module.css';
import { useFieldIds } from './form-context.ts';

interface SearchableFieldProps extends FieldProps {
  options: readonly string[];
  defaultValue: string;
}

const shown = 50;

/** One of many, found by typing a part of it. What is typed is what is sent: the schema says whether it exists. */
export function SearchableField({ name, label, hint, options, defaultValue }: SearchableFieldProps) {
  const { error, id, describedBy } = useFieldIds(name);
  const [text, setText] = useState(defaultValue);
  const [typed, setTyped] = useState(false);
  const [open, setOpen] = useState(false);
  const found = typed ? matching(options, text) : options;
  const visible = typed ? found.slice(0, shown) : found;
  const choose = (index: number) => {
    setText(visible[index] ?? text);
    setTyped(false);
    setOpen(false);
  };
  const list = useListbox({ count: visible.length, open, setOpen, onChoose: choose });

  return (
    <FieldFrame name={name} label={label} {...(hint && { hint })}>
      <div className={styles.control}>
        <input
          {...list.inputProps}
          id={id}
          name={name}
          type="text"
          autoComplete="off"
          spellCheck={false}
          className={styles.input}
          value={text}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(hint)}
          onChange={(event) => {
            setText(event.target.value);
            setTyped(true);
            setOpen(true);
            list.setActive(0);
          }}
          onClick={(event) => {
            event.currentTarget.select();
            setOpen(true);
            list.setActive(Math.max(0, options.indexOf(text)));
          }}
          onBlur={() => setOpen(false)}
          onKeyDown={list.onKeyDown}
        />
        <IconChevronDown className={styles.chevron} size={18} stroke={1.7} aria-hidden="true" />
        {open && visible.length > 0 && (
          <div id={list.listId} role="listbox" aria-label={label} className={styles.list}>
            {visible.map((option, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the field (combobox pattern)
              <div
                key={option}
                id={list.optionId(index)}
                role="option"
                tabIndex={-1}
                aria-selected={option === text}
                className={classes(styles.option, index === list.active && styles.active)}
                // Before the field loses the focus and the list closes.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(index)}
              >
                {option}
              </div>
            ))}
          </div>
        )}
      </div>
    </FieldFrame>
  );
}

/** Words in any order, spaces for underscores; what begins with the text comes first. */
export function matching(options: readonly string[], text: string): string[] {
  const plain = (value: string) => value.toLowerCase().replaceAll('_', ' ');
  const words = plain(text).split(/\s+/).filter(Boolean);
  const found = options.filter((option) => words.every((word) => plain(option).includes(word)));
  const begins = (option: string) =>
    plain(option)
      .split('/')
      .some((part) => part.startsWith(plain(text)));
  return [...found.filter(begins), ...found.filter((option) => !begins(option))];
}
