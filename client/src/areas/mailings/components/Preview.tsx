import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MailingPreview } from '../../../../../shared/contracts/mailings.ts';
import { classes } from '../../../ui/classes.ts';
import { previewQuery } from '../api.ts';
import styles from './Preview.module.css';
import { useNumbers } from './use-numbers.ts';
import { useSettled } from './use-settled.ts';

const labelsOnSheet = 14;
/** From so many on the papers are issued by a job. */
const many = 5_000;

interface PreviewProps {
  /** Undefined: it is not known yet who gets one. */
  customers: { all: true } | { refs: string[] } | undefined;
  /** Any will do: who gets a paper does not depend on what it is. */
  documentType: string | undefined;
}

/** Beside the form: how many would get one, and who would not, before anything is issued. */
export function Preview({ customers, documentType }: PreviewProps) {
  const { t } = useTranslation('mailings');
  const settled = useSettled(customers, 400);
  const asked = settled && documentType ? { documentType, customers: settled } : undefined;
  const preview = useQuery({ ...previewQuery(asked), placeholderData: keepPreviousData });
  return (
    <section className={styles.preview} aria-busy={preview.isFetching}>
      <h2>{t('preview.title')}</h2>
      <p className="for-screen-readers" role="status">
        {preview.data && !preview.isFetching && asked
          ? `${t('preview.papers')}: ${preview.data.documents}`
          : ''}
      </p>
      {!customers ? (
        <p className={styles.note}>{t('preview.waiting')}</p>
      ) : preview.data ? (
        <div className={classes(preview.isPlaceholderData && styles.counting)}>
          <Counted preview={preview.data} />
        </div>
      ) : (
        <p className={styles.note}>{preview.isError ? t('preview.failed') : t('preview.counting')}</p>
      )}
      {preview.data && preview.data.documents > many && <p className={styles.note}>{t('preview.large')}</p>}
      <p className={styles.note}>{t('preview.note')}</p>
    </section>
  );
}

function Counted({ preview: { documents, leftOut } }: { preview: MailingPreview }) {
  const { t } = useTranslation('mailings');
  const numbers = useNumbers();
  return (
    <>
      <Row name={t('preview.papers')} value={numbers.count(documents)} />
      {leftOut.length === 0 && <Row name={t('preview.noneLeftOut')} value={numbers.count(0)} />}
      {leftOut.map((one) => (
        <details key={one.reason} className={styles.more}>
          <summary>
            <span>{t(`preview.reason.${one.reason}`)}</span>
            <span className={styles.number}>{numbers.count(one.customers)}</span>
          </summary>
          <ul className={styles.refs}>
            {one.refs.map((ref, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one may be named twice, and the order is fixed
              <li key={`${index} ${ref}`}>{ref}</li>
            ))}
            {one.customers > one.refs.length && (
              <li className={styles.rest}>
                {t('preview.more', { amount: one.customers - one.refs.length })}
              </li>
            )}
          </ul>
        </details>
      ))}
      <Row name={t('preview.sheets')} value={numbers.count(Math.ceil(documents / labelsOnSheet))} />
    </>
  );
}

function Row({ name, value }: { name: string; value: string }) {
  return (
    <p className={styles.row}>
      <span>{name}</span>
      <span>{value}</span>
    </p>
  );
}
