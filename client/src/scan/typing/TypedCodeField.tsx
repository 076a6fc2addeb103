import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Code, codeLength } from '../../../../shared/codes/code.ts';
import type { CodeMistake } from '../../../../shared/codes/parse-code.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { readTyped } from '../typed-code.ts';
import styles from './TypedCodeField.module.css';

interface TypedCodeFieldProps {
  /** On the button that takes it. */
  take: string;
  onCode: (code: Code) => void;
}

/** Twelve digits in groups of four; what is wrong is said while it is typed, and Enter takes it. */
export function TypedCodeField({ take, onCode }: TypedCodeFieldProps) {
  const { t } = useTranslation('scan');
  const id = useId();
  const [text, setText] = useState('');
  const typed = readTyped(text);
  const mistake = useMistakeText(typed.mistake);
  const hint =
    typed.digits > 0 && typed.digits < codeLength
      ? t('typing.more', { count: codeLength - typed.digits })
      : '';

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!typed.code) return;
    setText('');
    onCode(typed.code);
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <label htmlFor={id} className={styles.label}>
        {t('typing.label')}
      </label>
      <div className={styles.line}>
        <input
          id={id}
          className={classes(styles.input, mistake !== '' && styles.wrong)}
          value={typed.shown}
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
          placeholder="0000 0000 0000"
          aria-invalid={mistake !== '' ? true : undefined}
          aria-describedby={`${id}-note`}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && setText('')}
          data-takes-codes
        />
        {typed.code && (
          <Button type="submit" look="primary">
            {take}
          </Button>
        )}
      </div>
      <p id={`${id}-note`} className={classes(styles.note, mistake !== '' && styles.mistake)} role="status">
        {mistake || hint}
      </p>
    </form>
  );
}

function useMistakeText(mistake: CodeMistake | null): string {
  const { t, i18n } = useTranslation('scan');
  switch (mistake?.reason) {
    case undefined:
    case 'empty':
    case 'too-short':
      return '';
    case 'not-digits':
      return t('typing.notDigits', { character: mistake.character });
    case 'too-long':
      return t('typing.tooLong');
    case 'kind-reserved':
      return t('typing.reserved');
    case 'check-digits-wrong': {
      const { hint } = mistake;
      if (hint?.id === 'two-digits-swapped')
        return t('typing.swapped', { position: hint.position, next: hint.position + 1 });
      if (hint?.id !== 'one-digit-wrong') return t('typing.wrong');
      const list = new Intl.ListFormat(i18n.language, { type: 'disjunction' });
      return t('typing.wrongAt', { positions: list.format(hint.positions.map(String)) });
    }
  }
}
