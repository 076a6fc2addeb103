import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Issue } from '../api/validate.ts';
import { ApiForm } from '../app/form/ApiForm.tsx';
import { textOf } from '../app/form/form-data.ts';
import { useDates } from '../app/session.ts';
import { Button } from '../ui/Button.tsx';
import { Facts } from '../ui/Facts.tsx';
import { CancelButton } from '../ui/form/CancelButton.tsx';
import { TextField } from '../ui/form/TextField.tsx';
import { Code } from './Code.tsx';
import styles from './KeyPoints.module.css';
import { type KeyPointDefinition, type KeyPointValue, readKeyPoint } from './key-points.ts';

interface KeyPointsProps {
  definitions: readonly KeyPointDefinition[];
  values: Readonly<Record<string, KeyPointValue>>;
  /** Absent where the reader may not change them. */
  onSave?: (values: Record<string, KeyPointValue>) => Promise<unknown>;
}

/** The few facts of a paper that are worth typing over; changed where they stand. */
export function KeyPoints({ definitions, values, onSave }: KeyPointsProps) {
  const { t } = useTranslation('parts');
  const [editing, setEditing] = useState(false);
  if (editing && onSave) {
    return (
      <KeyPointForm
        definitions={definitions}
        values={values}
        onSave={onSave}
        onEnd={() => setEditing(false)}
      />
    );
  }
  return (
    <section className={styles.keyPoints} aria-label={t('paper.keyPoints')}>
      <Facts
        look="plain"
        facts={definitions.map(({ name, label, type }) => ({
          key: name,
          name: label,
          value: <Value type={type} value={values[name] ?? null} />,
        }))}
      />
      {onSave && (
        <p data-screen-only>
          <Button look="quiet" onClick={() => setEditing(true)}>
            {t('paper.changeKeyPoints')}
          </Button>
        </p>
      )}
    </section>
  );
}

function Value({ type, value }: { type: KeyPointDefinition['type']; value: KeyPointValue }) {
  const { t, i18n } = useTranslation('parts');
  const dates = useDates();
  if (value === null) return <span className={styles.none}>{t('paper.keyPointNone')}</span>;
  if (type === 'code') return <Code code={String(value)} link />;
  if (type === 'date') return dates.calendar(String(value));
  if (typeof value === 'string') return value;
  const digits = type === 'amount' ? { minimumFractionDigits: 2 } : {};
  return new Intl.NumberFormat(i18n.language, digits).format(value);
}

interface KeyPointFormProps extends Required<KeyPointsProps> {
  onEnd: () => void;
}

function KeyPointForm({ definitions, values, onSave, onEnd }: KeyPointFormProps) {
  const { t } = useTranslation(['parts', 'common']);
  const read = (data: FormData) =>
    Object.fromEntries(definitions.map(({ name, type }) => [name, readKeyPoint(type, textOf(data, name))]));
  return (
    <ApiForm
      read={read}
      check={(body) =>
        definitions.flatMap(({ name }): Issue[] =>
          body[name] === undefined ? [{ field: name, code: 'key-point-wrong', empty: false }] : [],
        )
      }
      send={(body) => onSave(body as Record<string, KeyPointValue>)}
      onDone={onEnd}
      submitText={t('common:form.save')}
      actions={<CancelButton onCancel={onEnd} />}
    >
      {definitions.map(({ name, label, type }) => (
        <TextField
          key={name}
          name={name}
          label={label}
          optional
          type={type === 'date' ? 'date' : 'text'}
          defaultValue={String(values[name] ?? '')}
          autoComplete="off"
          {...(type === 'amount' && { hint: t('parts:paper.amountHint') })}
        />
      ))}
    </ApiForm>
  );
}
