import { useTranslation } from 'react-i18next';
import type { ImportResult } from '../../../../../shared/contracts/customers.ts';
import styles from './ImportFigures.module.css';
import { RejectTable } from './RejectTable.tsx';

/** What an import did, or would do. */
export function ImportFigures({ result }: { result: ImportResult }) {
  const { t, i18n } = useTranslation('customers');
  const number = new Intl.NumberFormat(i18n.language);
  const figures = [
    ['created', result.created],
    ['updated', result.updated],
    ['unchanged', result.unchanged],
    ['rejected', result.rejectedRows],
  ] as const;
  return (
    <>
      <dl className={styles.figures}>
        {figures.map(([name, count]) => (
          <div key={name} className={styles.figure}>
            <dt>{t(`import.${name}`)}</dt>
            <dd>{number.format(count)}</dd>
          </div>
        ))}
      </dl>
      {result.ignoredColumns.length > 0 && (
        <p className="lines">{t('import.ignored', { columns: result.ignoredColumns.join(', ') })}</p>
      )}
      {result.rejectedRows > 0 && <RejectTable result={result} />}
    </>
  );
}
