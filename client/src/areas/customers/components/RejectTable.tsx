import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ImportRejection, ImportResult } from '../../../../../shared/contracts/customers.ts';
import { Section } from '../../../app/Page.tsx';
import { Button } from '../../../ui/Button.tsx';
import { type Column, Table } from '../../../ui/Table.tsx';
import { rejectsFile } from '../import-files.ts';
import { saveFile } from '../save-file.ts';

/** More lines on a screen than this are no help; the file has them all. */
const mostShown = 100;

/** Which lines were left out and why, on the screen and as a file. */
export function RejectTable({ result: { rejected, rejectedRows } }: { result: ImportResult }) {
  const { t, i18n } = useTranslation('customers');
  const field = (rejection: ImportRejection) =>
    rejection.field ? t(`import.rejectFields.${rejection.field}`) : t('import.rejects.wholeLine');
  const what = ({ code }: ImportRejection) => t(`import.rejectCodes.${code}`);
  const head: [string, string, string] = [
    t('import.rejects.line'),
    t('import.rejects.field'),
    t('import.rejects.what'),
  ];
  const columns: Column<ImportRejection>[] = [
    { key: 'line', head: head[0], width: 0.4, cell: ({ line }) => t('import.rejects.lineNumber', { line }) },
    { key: 'field', head: head[1], width: 0.6, cell: field },
    { key: 'what', head: head[2], width: 3, cell: what },
  ];
  const save = () => {
    const language = i18n.language === 'nl' ? 'nl' : 'en';
    saveFile(t('import.rejects.file'), rejectsFile(rejected, { head, field, what }, language));
  };
  return (
    <Section title={t('import.rejects.title', { count: rejectedRows })}>
      <p className="lines">
        {t('import.rejects.lead')}{' '}
        {rejected.length < rejectedRows && t('import.rejects.savedMost', { amount: rejected.length })}
      </p>
      <p>
        <Button icon={<IconDownload size={20} stroke={1.6} />} onClick={save}>
          {t('import.rejects.save')}
        </Button>
      </p>
      <Table
        compact
        caption={t('import.rejects.caption')}
        columns={columns}
        rows={rejected.slice(0, mostShown)}
        rowKey={({ line, field: name, code }) => `${line} ${name} ${code}`}
      />
      {rejected.length > mostShown && (
        <p className="note">{t('import.rejects.shown', { amount: mostShown })}</p>
      )}
    </Section>
  );
}
