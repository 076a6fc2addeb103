import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { type ColumnMeaning, columnMeanings, columnNames, exampleFile } from '../import-files.ts';
import { saveFile } from '../save-file.ts';
import styles from './ColumnsHelp.module.css';

/** What a file may look like, with one to begin from. */
export function ColumnsHelp() {
  const { t, i18n } = useTranslation('customers');
  const language = i18n.language === 'nl' ? 'nl' : 'en';
  return (
    <div className={styles.help}>
      <h2>{t('import.columns.title')}</h2>
      <p>{t('import.columns.lead')}</p>
      <dl className={styles.names}>
        {columnMeanings.map((meaning) => (
          <div key={meaning} className={styles.row}>
            <dt>{t(`import.columns.${meaning}`)}</dt>
            <dd>
              <Names meaning={meaning} language={language} />
              {meaning === 'doNotMail' && <span className="note">{t('import.columns.doNotMailNote')}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <p className="note">{t('import.columns.absent')}</p>
      <p>
        <Button
          icon={<IconDownload size={20} stroke={1.6} />}
          onClick={() => saveFile(t('import.columns.exampleFile'), exampleFile(language))}
        >
          {t('import.columns.example')}
        </Button>
      </p>
    </div>
  );
}

/** The reader's language first. */
function Names({ meaning, language }: { meaning: ColumnMeaning; language: 'en' | 'nl' }) {
  const own: readonly string[] = columnNames[meaning][language];
  const other: readonly string[] = columnNames[meaning][language === 'nl' ? 'en' : 'nl'];
  if (meaning === 'address')
    return <code className={styles.code}>{`${own.join('–')}, ${other.join('–')}`}</code>;
  return <code className={styles.code}>{[...new Set([...own, ...other])].join(', ')}</code>;
}
