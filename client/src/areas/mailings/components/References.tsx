import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { FieldFrame } from '../../../ui/form/Field.tsx';
import { useFieldIds } from '../../../ui/form/form-context.ts';
import { firstColumn, referencesIn } from '../references.ts';
import styles from './Recipients.module.css';

/** A list of references, as it was pasted or as a file has it. */
export interface References {
  refs: string[];
  /** Name of the file. */
  file?: string;
}

interface ReferencesFieldProps {
  value: References;
  onChange: (value: References) => void;
}

/** Pasted or from a file; counts what it understood, so that a wrong separator shows at once. */
export function ReferencesField({ value, onChange }: ReferencesFieldProps) {
  const { t } = useTranslation('mailings');
  const { error, id, describedBy } = useFieldIds('references');
  const hint = t('add.referencesHint');
  const [text, setText] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const [unreadable, setUnreadable] = useState(false);
  const count = value.refs.length;

  async function onFile(chosen: File | undefined) {
    if (!chosen) return;
    const read = await readText(chosen);
    setUnreadable(read === undefined);
    if (read !== undefined) onChange({ refs: firstColumn(read), file: chosen.name });
  }

  return (
    <FieldFrame name="references" label={t('add.references')} hint={hint}>
      {value.file === undefined ? (
        <textarea
          id={id}
          name="references"
          className={styles.text}
          rows={6}
          spellCheck={false}
          autoComplete="off"
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(hint)}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            onChange({ refs: referencesIn(event.target.value) });
          }}
        />
      ) : (
        <div className={styles.chosen}>
          <span>{t('add.fromFile', { count, file: value.file })}</span>
          <Button id={id} look="quiet" onClick={() => onChange({ refs: referencesIn(text) })}>
            {t('add.change')}
          </Button>
        </div>
      )}
      {unreadable && <p role="alert">{t('wrong.fileUnreadable')}</p>}
      <input
        ref={file}
        type="file"
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        hidden
        onChange={(event) => {
          void onFile(event.target.files?.[0]);
          // The same file can be chosen once more after it was mended.
          event.target.value = '';
        }}
      />
      <div className={styles.below}>
        <span aria-live="polite">{value.file === undefined && t('add.counted', { count })}</span>
        <Button look="quiet" onClick={() => file.current?.click()}>
          {t('add.chooseFile')}
        </Button>
      </div>
      <p className="note">{t('add.fileHint')}</p>
    </FieldFrame>
  );
}

/** Undefined for what is no text: an Excel file under another name, a picture. */
async function readText(file: File): Promise<string | undefined> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
