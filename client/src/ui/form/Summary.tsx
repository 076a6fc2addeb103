import { IconAlertTriangle } from '@tabler/icons-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Form.module.css';
import type { FormFailure } from './Form.tsx';
import { fieldId } from './form-context.ts';

interface SummaryProps {
  ref: Ref<HTMLDivElement>;
  failure: FormFailure;
  onGo: (field: string) => void;
}

/** What is to be put right, that nothing is lost, and a link to each place. */
export function Summary({ ref, failure, onGo }: SummaryProps) {
  const { t } = useTranslation('common');
  const count = failure.fields.length;
  return (
    <div ref={ref} className={styles.summary} role="alert" tabIndex={-1}>
      <div className={styles.summaryHead}>
        <IconAlertTriangle size={24} stroke={1.7} aria-hidden="true" />
        <h2>{count > 0 ? t('form.toPutRight', { count, howMany: howMany(count, t) }) : t('form.refused')}</h2>
      </div>
      {failure.general && <div className={styles.general}>{failure.general}</div>}
      <p>{failure.kept ?? t('form.kept')}</p>
      {count > 0 && (
        <ul className={styles.links}>
          {failure.fields.map(({ field, text }) => (
            <li key={field}>
              <a
                href={`#${fieldId(field)}`}
                onClick={(event) => {
                  event.preventDefault();
                  onGo(field);
                }}
              >
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
      {failure.reference && <p className="note">{failure.reference}</p>}
    </div>
  );
}

/** Small numbers as words, as one would say them. */
function howMany(count: number, t: ReturnType<typeof useTranslation<'common'>>['t']): string {
  const words = [t('form.one'), t('form.two'), t('form.three'), t('form.four'), t('form.five')];
  return words[count - 1] ?? String(count);
}
