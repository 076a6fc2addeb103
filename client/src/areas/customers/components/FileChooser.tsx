import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../../../ui/classes.ts';
import styles from './FileChooser.module.css';

/** A file by the browser's own dialog, or dropped. */
export function FileChooser({ onFile }: { onFile: (file: File) => void }) {
  const { t } = useTranslation('customers');
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the other way; the field inside takes the keys
    <div
      className={classes(styles.drop, over && styles.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file) onFile(file);
      }}
    >
      <p className={styles.line}>
        <label className={styles.choose}>
          <IconFileImport size={20} stroke={1.6} aria-hidden="true" />
          {t('import.choose')}
          <input
            type="file"
            className="for-screen-readers"
            accept=".csv,.txt,.tsv,text/csv,text/plain"
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file) onFile(file);
              // So that the same file, once put right, can be chosen again.
              event.target.value = '';
            }}
          />
        </label>
        <span className={styles.or}>{t('import.drop')}</span>
      </p>
      <p className="note">{t('import.fileHint')}</p>
    </div>
  );
}
